import { useCallback, useEffect, useRef, useState } from 'react'
import type { Result } from '@/domain/result'
import { network } from '@/platform'
import type { CallError } from '../backend'
import { asking, knownValue, learn, LOADING, type Truth } from './truth'
import { usePageVisible } from './use-page-visible'

export interface ServerTruth<T> {
  readonly truth: Truth<T>
  /** Asks again now; resolves when the answer is shown. */
  readonly refresh: () => Promise<void>
  /** Puts in what another call has answered meanwhile. */
  readonly replace: (value: T) => void
}

const never = (): null => null

/**
 * Asks when the page appears, when the network comes back, and every `everyMs(value)` while the page is visible.
 * `load` and `everyMs` must be stable. Answers that were overtaken by a newer question are dropped.
 */
export function useServerTruth<T>(
  load: () => Promise<Result<T, CallError>>,
  everyMs: (value: T) => number | null = never,
): ServerTruth<T> {
  const [truth, setTruth] = useState<Truth<T>>(LOADING)
  const newest = useRef(0)
  const isVisible = usePageVisible()

  const refresh = useCallback(async () => {
    newest.current += 1
    const turn = newest.current
    setTruth(asking)
    const answer = await load()
    if (turn === newest.current) setTruth((known) => learn(known, answer))
  }, [load])
  const replace = useCallback((value: T) => {
    newest.current += 1
    setTruth({ kind: 'ready', value })
  }, [])

  useEffect(() => {
    if (isVisible) void refresh()
    return () => {
      newest.current += 1
    }
  }, [isVisible, refresh])
  useEffect(
    () =>
      network.subscribe((isOnline) => {
        if (isOnline) void refresh()
      }),
    [refresh],
  )
  useEffect(() => {
    const value = knownValue(truth)
    const ms = value === null ? null : everyMs(value)
    if (!isVisible || ms === null) return undefined
    const timer = setTimeout(() => void refresh(), ms)
    return () => {
      clearTimeout(timer)
    }
  }, [truth, isVisible, everyMs, refresh])

  return { truth, refresh, replace }
}
