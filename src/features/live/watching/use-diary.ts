import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { RoomId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { departure, device } from '@/platform'
import type { PlayerState } from '@/platform/ports/player'
import { backend } from '@/services/backend'
import { StallPilot } from './stall-pilot'
import { WatchDiary } from './watch-diary'

const LOOK_MS = 10 * SECOND
/** Looks for one report: a minute. */
const REPORT_EVERY = 6

interface DiaryOptions {
  readonly roomId: RoomId
  /** Server time of the frame on screen, or null. */
  readonly frameAt: () => number | null
  readonly serverNow: () => number
  /** The network carries less than what plays, or perhaps more. */
  readonly onThin: () => void
  readonly onSteady: () => void
}

/** Keeps the diary of one stay, steers by it, and sends it every minute and with the farewell. */
export function useDiary(options: DiaryOptions) {
  const [keeper] = useState(() => keepDiary(options))
  useEffect(() => {
    let looks = 0
    const timer = setInterval(() => {
      keeper.look()
      looks += 1
      if (looks % REPORT_EVERY === 0) keeper.report()
    }, LOOK_MS)
    const stop = departure.subscribe(keeper.report)
    return () => {
      clearInterval(timer)
      stop()
      keeper.report()
    }
  }, [keeper])
  useDidShow(() => keeper.setSeen(true))
  useDidHide(() => keeper.setSeen(false))
  return keeper
}

function keepDiary({ roomId, frameAt, serverNow, onThin, onSteady }: DiaryOptions) {
  const now = (): number => device.now()
  const diary = new WatchDiary(now())
  const pilot = new StallPilot(now())
  const stay = device.randomKey().slice(0, 12)
  let state: PlayerState = 'idle'
  let isSeen = true
  let number = 0
  /** Said once: totals that are lost are in the next report, and nobody waits for any. */
  const report = (): void => {
    const totals = isSeen || number === 0 ? diary.totals(now()) : null
    if (totals === null) return
    number += 1
    backend.farewell('insights', 'report-watch', { roomId, stay, number, totals })
  }
  return {
    report,
    played: (by: Parameters<WatchDiary['played']>[0]): void => diary.played(by),
    turned(next: PlayerState): void {
      const isStall = state === 'playing' && (next === 'stalled' || next === 'retrying')
      state = next
      if (!isSeen) return
      diary.turned(next, now())
      if (isStall && pilot.stalled(now())) onThin()
    },
    setSeen(next: boolean): void {
      isSeen = next
      diary.turned(isSeen ? state : 'idle', now())
    },
    look(): void {
      if (!isSeen) return
      const at = frameAt()
      diary.aged(at === null ? null : serverNow() - at)
      if (state === 'playing' && pilot.isSteady(now())) onSteady()
    },
  }
}
