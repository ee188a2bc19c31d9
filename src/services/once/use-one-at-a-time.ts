import { useCallback, useRef, useState } from 'react'

export interface OneAtATime {
  readonly isUnderWay: boolean
  /** Resolves to null, with nothing done, while an earlier act is under way. */
  readonly doAlone: <T>(act: () => Promise<T>) => Promise<T | null>
}

/** A second tap does nothing, even one that comes before the first is drawn. */
export function useOneAtATime(): OneAtATime {
  const lock = useRef(false)
  const [isUnderWay, setUnderWay] = useState(false)
  const doAlone = useCallback(async <T>(act: () => Promise<T>): Promise<T | null> => {
    if (lock.current) return null
    lock.current = true
    setUnderWay(true)
    const done = await act()
    lock.current = false
    setUnderWay(false)
    return done
  }, [])
  return { isUnderWay, doAlone }
}
