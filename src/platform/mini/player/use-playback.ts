import { useDidHide, useDidShow } from '@tarojs/taro'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import type { EngineName, LiveVideoProps, PlayerState } from '../../ports/player'
import type { Candidate } from '../../reconnect/engine-choice'
import { systemTiming } from '../../reconnect/timing'
import { network } from '../network'
import { ArrivalClock, type ArrivalOptions } from './arrival-clock'
import { pictureBox } from './picture-box'
import { Playback } from './playback'
import type { Round, Signal } from './playback'

interface Options<Kind> {
  /** Best first, for who has no wish of their own. */
  readonly engines: readonly Candidate<Kind>[]
  readonly heartbeatOf: (kind: Kind) => number | null
  readonly arrivalOf: (kind: Kind) => ArrivalOptions
}

/** What a host's player tells about what it shows. */
export interface Told {
  readonly signal: (signal: Signal | null) => void
  /** What it keeps in its cache, in ms. */
  readonly cache: (ms: unknown) => void
  /** A text that came with a picture. */
  readonly message: (text: unknown) => void
  readonly shape: (width: unknown, height: unknown) => void
  /** It is in a small window over other pages, or back. */
  readonly float: (isFloating: boolean) => void
}

interface Shown<Kind> {
  /** What to show now; null before the first effect, and while the person has stopped it. */
  readonly round: Round<Kind> | null
  /** No picture yet: the poster covers the component. */
  readonly isCovered: boolean
  readonly box: CSSProperties
  readonly told: Told
}

/** Keeps a host's player going; `options` are those of the first render. */
export function usePlayback<Kind extends EngineName>(
  props: LiveVideoProps,
  options: Options<Kind>,
): Shown<Kind> {
  const latest = useRef(props)
  latest.current = props
  const first = useRef(options)
  const playback = useRef<Playback<Kind> | null>(null)
  const clock = useRef<ArrivalClock | null>(null)
  const [round, setRound] = useState<Round<Kind> | null>(null)
  const [isCovered, setCovered] = useState(true)
  const [aspect, setAspect] = useState<number | null>(null)
  // another signature in the address is not another stream
  const stream = props.sources.flv.replace(/\?.*$/, '')
  const { line = 'auto', isPaused = false, isOnAir = true } = props

  useEffect(() => {
    const { engines, arrivalOf, heartbeatOf } = first.current
    const created = new Playback<Kind>({
      heartbeatOf,
      engines: inOrder(engines, line === 'hls'),
      timing: systemTiming,
      refresh: () => latest.current.refreshSources(),
      onState(state: PlayerState) {
        if (state === 'playing') setCovered(false)
        latest.current.onState(state)
      },
      onRound(next) {
        setRound(next)
        setCovered(true)
        clock.current = next && new ArrivalClock(arrivalOf(next.kind))
        if (next) latest.current.onEngine?.(next.kind)
      },
    })
    playback.current = created
    return begin(created, latest.current, clock)
  }, [stream, line])
  useEffect(() => playback.current?.setPaused(isPaused), [isPaused])
  useEffect(() => {
    if (isOnAir) playback.current?.online()
  }, [isOnAir])
  const setFloating = useAway((isAway) => playback.current?.setAway(isAway))

  const told: Told = {
    signal(said) {
      if (said && round) playback.current?.signal(round.number, said)
    },
    cache: (ms) => clock.current?.cached(ms),
    message: (text) => clock.current?.message(text, latest.current.serverNow?.() ?? NaN),
    shape(width, height) {
      const next = Number(width) / Number(height)
      if (!(next > 0 && Number.isFinite(next)) || next === aspect) return
      setAspect(next)
      latest.current.onShape?.(next)
    },
    float: setFloating,
  }
  return { round, isCovered, box: pictureBox(aspect), told }
}

/** Starts what was made; the answer ends it. */
function begin<Kind>(
  playback: Playback<Kind>,
  { onClock, serverNow, sources, isPaused = false }: LiveVideoProps,
  clock: { readonly current: ArrivalClock | null },
): () => void {
  const stopNetwork = network.subscribe((isOnline) => {
    if (isOnline) playback.online()
  })
  // neither host tells which picture is on screen: it is worked out from when it should have arrived
  onClock?.(() => (serverNow ? (clock.current?.at(serverNow()) ?? null) : null))
  playback.setPaused(isPaused)
  playback.start(sources)
  return () => {
    stopNetwork()
    playback.destroy()
  }
}

/** A page out of sight is away, unless its player is in a small window; tells of changes, takes whether it floats. */
function useAway(tell: (isAway: boolean) => void): (isFloating: boolean) => void {
  const [now] = useState({ isHidden: false, isFloating: false })
  const look = (change: Partial<typeof now>): void => {
    Object.assign(now, change)
    tell(now.isHidden && !now.isFloating)
  }
  useDidShow(() => look({ isHidden: false }))
  useDidHide(() => look({ isHidden: true }))
  return (isFloating) => look({ isFloating })
}

/** HLS first for who asked for it, with as many tries as the other would have had. */
function inOrder<Kind extends EngineName>(engines: readonly Candidate<Kind>[], isHlsFirst: boolean) {
  if (!isHlsFirst) return engines
  const tries = Math.max(...engines.map((engine) => engine.tries))
  const isHls = ({ kind }: Candidate<Kind>): boolean => kind === 'video'
  return [
    ...engines.filter(isHls).map((engine) => ({ ...engine, tries })),
    ...engines.filter((engine) => !isHls(engine)),
  ]
}
