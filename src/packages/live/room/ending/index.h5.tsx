import { type ComponentProps, useEffect, useSyncExternalStore } from 'react'
import { createLate } from '@/ui'
import type { endingParts } from './ending-parts'

const late = createLate(
  async () => (await import(/* webpackChunkName: "sheets" */ './ending-parts')).endingParts,
)

/** Whoever opens a shared link mostly finds a show: what is said of one that is over comes when it is. */
export function Ending(props: ComponentProps<(typeof endingParts)['Ending']>) {
  const parts = useSyncExternalStore(late.subscribe, late.read)
  useEffect(() => {
    // without network nothing is lost: the next room asks again
    late.load().catch(() => undefined)
  }, [])
  return parts && <parts.Ending {...props} />
}
