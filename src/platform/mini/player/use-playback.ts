import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { LiveVideoProps, PlayerState } from '../../ports/player'
import type { Candidate } from '../../reconnect/engine-choice'
import { systemTiming } from '../../reconnect/timing'
import { network } from '../network'
import { Playback } from './playback'
import type { Round, Signal } from './playback'

interface Options<Kind> {
  readonly engines: readonly Candidate<Kind>[]
  readonly heartbeatOf: (kind: Kind) => number | null
}

interface Shown<Kind> {
  /** What to show now; null before the first effect. */
  readonly round: Round<Kind> | null
  /** No picture yet: the poster covers the component. */
  readonly isCovered: boolean
  readonly signal: (signal: Signal | null) => void
}

/** Keeps a host's player going; `options` are those of the first render. */
export function usePlayback<Kind>(props: LiveVideoProps, options: Options<Kind>): Shown<Kind> {
  const latest = useRef(props)
  latest.current = props
  const first = useRef(options)
  const playback = useRef<Playback<Kind> | null>(null)
  const [round, setRound] = useState<Round<Kind> | null>(null)
  const [isCovered, setCovered] = useState(true)
  // another signature in the address is not another stream
  const stream = props.sources.flv.replace(/\?.*$/, '')

  useEffect(() => {
    const created = new Playback<Kind>({
      ...first.current,
      timing: systemTiming,
      refresh: () => latest.current.refreshSources(),
      onState(state: PlayerState) {
        if (state === 'playing') setCovered(false)
        latest.current.onState(state)
      },
      onRound(next) {
        setRound(next)
        setCovered(true)
      },
    })
    const stopNetwork = network.subscribe((isOnline) => {
      if (isOnline) created.online()
    })
    playback.current = created
    // neither host tells which picture is on screen
    latest.current.onClock?.(() => null)
    created.start(latest.current.sources)
    return () => {
      stopNetwork()
      created.destroy()
    }
  }, [stream])

  useDidShow(() => playback.current?.setAway(false))
  useDidHide(() => playback.current?.setAway(true))

  const signal = (said: Signal | null): void => {
    if (said && round) playback.current?.signal(round.number, said)
  }
  return { round, isCovered, signal }
}
