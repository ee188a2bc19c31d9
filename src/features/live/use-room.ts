import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RoomId } from '@/domain/ids'
import { departure, device, network } from '@/platform'
import { backend } from '@/services/backend'
import type { Paint } from '@/ui'
import { RoomStay } from './room-stay'
import type { RoomView } from './room-view'

export interface UseRoomOptions {
  readonly roomId: RoomId
  readonly sharerToken?: string
  readonly paint: Paint
}

export interface RoomHandle {
  readonly view: RoomView
  readonly isOnline: boolean
  readonly stay: RoomStay
  /** The player's clock, as soon as there is one. */
  readonly setFrameClock: (clock: () => number | null) => void
}

const later = (run: () => void, ms: number): (() => void) => {
  const timer = setTimeout(run, ms)
  return () => {
    clearTimeout(timer)
  }
}

/** Enters the room with the page and leaves it with the page. */
export function useRoom({ roomId, sharerToken, paint }: UseRoomOptions): RoomHandle {
  const [view, setView] = useState<RoomView>({ kind: 'entering' })
  const frameClock = useRef<() => number | null>(() => null)
  const [stay] = useState(() => {
    const ports = { backend, now: () => device.now(), later, frameAt: () => frameClock.current() }
    const input = { roomId, ...(sharerToken === undefined ? {} : { sharerToken }) }
    const made: RoomStay = new RoomStay(input, ports, () => {
      paint.soon('room', () => {
        setView(made.view())
      })
    })
    return made
  })
  const isOnline = useOnline(stay)

  useEffect(() => {
    void stay.enter()
    const stopWaiting = departure.subscribe(() => {
      stay.leave()
    })
    return () => {
      stopWaiting()
      stay.leave()
    }
  }, [stay])
  useDidShow(() => {
    stay.wake()
  })
  useDidHide(() => {
    stay.sleep()
  })
  const setFrameClock = useCallback((clock: () => number | null) => {
    frameClock.current = clock
  }, [])
  return { view, isOnline, stay, setFrameClock }
}

/** Follows the network, and lets the room catch up when it comes back. */
function useOnline(stay: RoomStay): boolean {
  const [isOnline, setOnline] = useState(() => network.isOnline())
  useEffect(
    () =>
      network.subscribe((next) => {
        setOnline(next)
        if (next) stay.reconnect()
      }),
    [stay],
  )
  return isOnline
}
