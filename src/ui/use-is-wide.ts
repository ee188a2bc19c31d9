import { useEffect, useState } from 'react'
import { viewport } from '@/platform'

/** Room for a second column beside a phone-sized one. */
const WIDE_PX = 1_000

const isWideNow = (): boolean => viewport.widthPx() >= WIDE_PX

/** True on a desktop's window, where a page may use the width. */
export function useIsWide(): boolean {
  const [isWide, setWide] = useState(isWideNow)
  useEffect(
    () =>
      viewport.subscribe(() => {
        setWide(isWideNow())
      }),
    [],
  )
  return isWide
}
