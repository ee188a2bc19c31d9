import { useDidHide } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { lengthOf, type Place, placeOf } from '@/domain/recording'
import { SECOND } from '@/domain/time'
import { RATES, type Rate, type ReplayState, type ReplayVideoProps } from '@/platform/ports/replay-player'
import type { ShowPart } from './use-show'

/** The end of a part is told late by some players: what is so near to it is it. */
const NEAR_END_MS = 200

export interface Playback extends Pick<
  ReturnType<typeof useControls>,
  'isPaused' | 'isMuted' | 'unmute' | 'rate' | 'nextRate'
> {
  /** Which part is in the player, and where in it it began; another `number` is another player. */
  readonly loaded: Place & { readonly number: number }
  /** Where in the replay the picture is, in whole seconds. */
  readonly ms: number
  readonly length: number
  readonly state: ReplayState
  readonly seek: (ms: number) => void
  readonly toggle: () => void
  readonly video: Pick<ReplayVideoProps, 'onState' | 'onTime' | 'onSeek' | 'onSoundBlocked'>
}

/** Plays the parts of a show one after the other, as if they were one video. */
export function usePlayback(parts: readonly ShowPart[], fromMs: number): Playback {
  const controls = useControls()
  const { setPaused } = controls
  const [loaded, setLoaded] = useState(() => ({ ...placeOf(parts, fromMs), number: 0 }))
  const [ms, setMs] = useState(() => Math.min(fromMs, lengthOf(parts)))
  const [state, setState] = useState<ReplayState>('loading')
  const jump = useRef<(ms: number) => void>(() => undefined)
  const length = lengthOf(parts)
  const before = lengthOf(parts.slice(0, loaded.part))
  const part = parts[loaded.part]
  const skipped = part?.skipMs ?? 0

  function load(place: Place): void {
    setState('loading')
    setLoaded((known) => ({ ...place, number: known.number + 1 }))
  }
  function seek(to: number): void {
    const place = placeOf(parts, to)
    setMs(wholeSecond(Math.min(Math.max(to, 0), length)))
    setPaused(false)
    if (place.part === loaded.part && state !== 'failed' && state !== 'ended')
      jump.current(place.ms + skipped)
    else load(place)
  }
  function endPart(): void {
    if (loaded.part + 1 < parts.length) return load({ part: loaded.part + 1, ms: 0 })
    setState('ended')
    setPaused(true)
    setMs(wholeSecond(length))
  }
  function toggle(): void {
    if (state === 'ended') seek(0)
    else if (state === 'failed') load(placeOf(parts, ms))
    else setPaused(!controls.isPaused)
  }
  function onState(next: ReplayState): void {
    if (next === 'ended') endPart()
    else if (state !== 'ended') setState(next)
    // a call came in, or the page was hidden: whoever comes back taps
    if (next === 'paused') setPaused(true)
  }
  function onTime(at: number): void {
    if (state === 'ended' || part === undefined) return
    // WeChat tells that it waits, and not that it goes on
    if (state === 'loading') setState('playing')
    // a file goes on after its show, and what is said then is nobody's business
    if (at - skipped >= part.durationMs - NEAR_END_MS) endPart()
    else setMs(wholeSecond(before + Math.max(at - skipped, 0)))
  }
  const onSeek = (next: (ms: number) => void): void => {
    jump.current = next
  }
  const video = { onState, onTime, onSeek, onSoundBlocked: controls.mute }
  return { ...controls, loaded, ms, length, state, seek, toggle, video }
}

function useControls() {
  const [isPaused, setPaused] = useState(false)
  const [isMuted, setMuted] = useState(false)
  const [rate, setRate] = useState<Rate>(1)
  useDidHide(() => setPaused(true))
  return {
    isPaused,
    setPaused,
    isMuted,
    mute: () => setMuted(true),
    unmute: () => setMuted(false),
    rate,
    nextRate: () => setRate((known) => RATES[(RATES.indexOf(known) + 1) % RATES.length] ?? 1),
  }
}

/** What is drawn changes once a second. */
const wholeSecond = (ms: number): number => Math.floor(ms / SECOND) * SECOND
