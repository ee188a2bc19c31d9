import { useRef, useState } from 'react'
import type { Paint } from '@/ui'

export interface Hearts {
  readonly taps: number
  readonly fly: () => void
}

/** Counts the hearts that were sent up; they start together with whatever else is drawn. */
export function useHearts(paint: Paint): Hearts {
  const count = useRef(0)
  const [taps, setTaps] = useState(0)
  const fly = (): void => {
    count.current += 1
    paint.soon('hearts', () => {
      setTaps(count.current)
    })
  }
  return { taps, fly }
}
