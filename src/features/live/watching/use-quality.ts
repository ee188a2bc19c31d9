import { useCallback, useRef, useState } from 'react'
import { pictureAbove, pictureBelow, type Quality, qualityOf, type QualityId } from '@/domain/quality'
import { keyValueStore } from '@/platform'
import { readChoice, type WatchingChoice } from './watching-choice'

const KEPT_AS = 'watching'

/** Which rung of the ladder plays: the one that was chosen, or the largest that the network carries. */
export function useQuality(ladder: readonly Quality[]) {
  const [choice, setChoice] = useState(() => readChoice(keyValueStore.get(KEPT_AS)))
  const [ceiling, setCeiling] = useState<QualityId>('origin')
  const [isThin, setThin] = useState(false)
  const wanted = choice.quality === 'auto' ? ceiling : choice.quality
  const quality = qualityOf(ladder, wanted) ?? null
  const current = useRef({ ladder, quality, wanted, isAuto: true })
  current.current = { ladder, quality, wanted, isAuto: choice.quality === 'auto' }

  const goDown = useCallback((): void => {
    const { ladder, quality, isAuto } = current.current
    if (quality === null || quality.id === 'audio') return
    const below = isAuto ? pictureBelow(ladder, quality.id) : null
    if (below === null) setThin(ladder.some(({ id }) => id === 'audio'))
    else setCeiling(below)
  }, [])
  const goUp = useCallback((): void => {
    const { ladder, quality, isAuto } = current.current
    setThin(false)
    const above = quality !== null && isAuto ? pictureAbove(ladder, quality.id) : null
    if (above !== null) setCeiling(above)
  }, [])
  const choose = useCallback((change: Partial<WatchingChoice>): void => {
    setChoice((before) => {
      const next = { ...before, ...change }
      keyValueStore.set(KEPT_AS, JSON.stringify(next))
      return next
    })
    setThin(false)
    setCeiling('origin')
  }, [])
  /** Of other addresses, the rung that plays now. */
  const sameOf = useCallback(
    (fresh: readonly Quality[]): Quality | null => qualityOf(fresh, current.current.wanted) ?? null,
    [],
  )
  return { choice, choose, quality, isThin, goDown, goUp, sameOf }
}
