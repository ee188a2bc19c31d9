import { useCallback, useEffect, useRef, useState } from 'react'
import type { RoomId } from '@/domain/ids'
import type { Quality, QualityId } from '@/domain/quality'
import { device } from '@/platform'
import type { Floating, LiveVideoProps, PlayerState } from '@/platform/ports/player'
import type { PlayAddresses } from '../room-view'
import { useDiary } from './use-diary'
import { useQuality } from './use-quality'
import type { WatchingChoice } from './watching-choice'

export interface WatchingOptions {
  readonly roomId: RoomId
  readonly play: PlayAddresses | null
  readonly renewPlay: () => Promise<PlayAddresses | null>
  readonly setFrameClock: (clock: () => number | null) => void
  /** How far the server's clock is ahead of this device's. */
  readonly aheadMs: number
}

/** How this person watches: what they chose, what the network allows, and what the shop hears of it. */
export interface Watching {
  readonly state: PlayerState
  readonly choice: WatchingChoice
  /** What plays; null before there is anything to play. */
  readonly quality: Quality | null
  readonly ladder: readonly QualityId[]
  /** Even the smallest picture stands still: the sound alone would come through. */
  readonly isThin: boolean
  readonly isMuted: boolean
  readonly isPaused: boolean
  /** Null where there is no small window, or the host opens it by itself. */
  readonly floating: Floating | null
  readonly choose: (change: Partial<WatchingChoice>) => void
  readonly setMuted: (isMuted: boolean) => void
  readonly setPaused: (isPaused: boolean) => void
  /** What the player is given besides what it plays and how it looks. */
  readonly player: Omit<LiveVideoProps, 'sources' | 'poster' | 'className' | 'isOnAir' | 'onShape'>
}

export function useWatching(options: WatchingOptions): Watching {
  const latest = useRef(options)
  latest.current = options
  const ladder = options.play?.qualities ?? []
  const [state, setState] = useState<PlayerState>('idle')
  const [isMuted, setMuted] = useState(false)
  const [isPaused, setPaused] = useState(false)
  const [floating, onFloating] = useState<Floating | null>(null)
  const clock = useRef<() => number | null>(() => null)
  const frameAt = useCallback(() => clock.current(), [])
  const serverNow = useCallback(() => device.now() + latest.current.aheadMs, [])
  const { choice, choose, quality, isThin, goDown, goUp, sameOf } = useQuality(ladder)
  const { roomId } = options
  const diary = useDiary({ roomId, frameAt, serverNow, onThin: goDown, onSteady: goUp })
  const playing = quality?.id
  useEffect(() => {
    if (playing !== undefined) diary.played({ quality: playing })
  }, [diary, playing])

  const player: Watching['player'] = {
    line: choice.line,
    muted: isMuted,
    isPaused,
    isSoundOnly: playing === 'audio',
    serverNow,
    refreshSources: async () => sameOf((await latest.current.renewPlay())?.qualities ?? []),
    onState(next) {
      setState(next)
      diary.turned(next)
    },
    onEngine: (engine) => diary.played({ engine }),
    onClock(given) {
      clock.current = given
      options.setFrameClock(given)
    },
    onFloating,
    onSoundBlocked: () => setMuted(true),
  }
  const ids = ladder.map(({ id }) => id)
  return {
    ...{ state, choice, quality, isThin, isMuted, isPaused, floating, player },
    ...{ ladder: ids, choose, setMuted, setPaused },
  }
}
