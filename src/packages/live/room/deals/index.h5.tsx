import { type ComponentProps, useEffect, useSyncExternalStore } from 'react'
import { pictureShown } from '@/platform'
import { createLate } from '@/ui'
import type { dealsParts } from './deals-parts'

type Parts = typeof dealsParts
const late = createLate(
  async () => (await import(/* webpackChunkName: "sheets" */ './deals-parts')).dealsParts,
)

/** A shared link is opened for its picture: the cards, and what is given away, come when it is there. */
function useLateParts(): Parts | null {
  useEffect(() => {
    // without network nothing is lost: the next room asks again
    void pictureShown()
      .then(late.load)
      .catch(() => undefined)
  }, [])
  return useSyncExternalStore(late.subscribe, late.read)
}

export function ExplainCards(props: ComponentProps<Parts['ExplainCards']>) {
  const parts = useLateParts()
  return parts && <parts.ExplainCards {...props} />
}

export function RoomDeals(props: ComponentProps<Parts['RoomDeals']>) {
  const parts = useLateParts()
  return parts && <parts.RoomDeals {...props} />
}

export function RoomNews(props: ComponentProps<Parts['RoomNews']>) {
  const parts = useLateParts()
  return parts && <parts.RoomNews {...props} />
}
