import { useCallback, useEffect, useState } from 'react'
import { type EpochMs, SECOND } from '@/domain/time'
import { device } from '@/platform'
import { clockAhead } from './time-left'

/** How far the server's clock is ahead of this device's: take it once, when the reply arrives. */
export const readServerClock = (serverTime: EpochMs): number => clockAhead(serverTime, device.now())

/** Milliseconds until `endsAt` by the server's clock, counted down every second; 0 when it is over. */
export function useTimeLeft(endsAt: EpochMs, aheadMs: number): number {
  const read = useCallback(() => Math.max(0, endsAt - (device.now() + aheadMs)), [endsAt, aheadMs])
  const [ms, setMs] = useState(read)
  const isOver = ms === 0
  useEffect(() => {
    setMs(read())
    if (isOver && read() === 0) return undefined
    const timer = setInterval(() => {
      setMs(read())
    }, SECOND)
    return () => {
      clearInterval(timer)
    }
  }, [read, isOver])
  return ms
}
