import type { ITouchEvent } from '@tarojs/components'
import { useRef } from 'react'
import { type Swipe, swipeOf, type Touch } from './swipe-of'

/** The declarations of a view know its touches only as some event. */
type Touched = Pick<ITouchEvent, 'touches' | 'changedTouches' | 'timeStamp'>

/** Listens to one finger; two are a pinch and not ours. */
export function useSwipes(onSwipe: (swipe: Swipe) => void) {
  const from = useRef<Touch | null>(null)
  return {
    onTouchStart(event: object): void {
      from.current = (event as Touched).touches.length === 1 ? touchOf(event as Touched) : null
    },
    onTouchEnd(event: object): void {
      const [start, end] = [from.current, touchOf(event as Touched)]
      from.current = null
      const swipe = start && end && swipeOf(start, end)
      if (swipe !== null) onSwipe(swipe)
    },
  }
}

function touchOf({ changedTouches, timeStamp }: Touched): Touch | null {
  const finger = changedTouches[0]
  return finger === undefined ? null : { x: finger.pageX, y: finger.pageY, at: timeStamp }
}
