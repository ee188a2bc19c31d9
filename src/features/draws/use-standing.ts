import { useCallback, useEffect, useState } from 'react'
import type { Output } from '@/contracts'
import type { DrawId } from '@/domain/ids'
import { backend, type CallError } from '@/services/backend'
import { useOnce } from '@/services/once'

export type Standing = Output<'draws', 'standing'>

export interface Entering {
  /** Null until the server has answered. */
  readonly standing: Standing | null
  readonly isUnderWay: boolean
  /** Why the last tap did not count. */
  readonly problem: CallError | null
  readonly enter: () => Promise<void>
  /** The server has said something newer. */
  readonly know: (part: Partial<Standing>) => void
}

/** Whether this person takes part, and taking part: once, however often it is tapped. */
export function useStanding(drawId: DrawId): Entering {
  const [standing, setStanding] = useState<Standing | null>(null)
  const [problem, setProblem] = useState<CallError | null>(null)
  const { send, isUnderWay } = useOnce('draws', 'enter')
  useEffect(() => {
    let isWanted = true
    setStanding(null)
    const ask = async (): Promise<void> => {
      const answer = await backend.call('draws', 'standing', { drawId })
      if (isWanted && answer.ok) setStanding(answer.value)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [drawId])
  const enter = useCallback(async () => {
    setProblem(null)
    const answer = await send({ drawId })
    if (answer === null) return
    if (answer.ok) setStanding(answer.value)
    else setProblem(answer.error)
  }, [drawId, send])
  const know = useCallback((part: Partial<Standing>) => {
    setStanding((known) => known && { ...known, ...part })
  }, [])
  return { standing, isUnderWay, problem, enter, know }
}
