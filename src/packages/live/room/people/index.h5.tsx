import { type ComponentProps, useEffect, useSyncExternalStore } from 'react'
import { pictureShown } from '@/platform'
import { createLate } from '@/ui'
import type { peopleParts } from './people-parts'

type Parts = typeof peopleParts
const late = createLate(
  async () => (await import(/* webpackChunkName: "sheets" */ './people-parts')).peopleParts,
)

/** A shared link is opened for its picture: following and reserving come when it is there. */
function useLateParts(): Parts | null {
  useEffect(() => {
    // without network nothing is lost: the next room asks again
    void pictureShown()
      .then(late.load)
      .catch(() => undefined)
  }, [])
  return useSyncExternalStore(late.subscribe, late.read)
}

export function ShopFollow(props: ComponentProps<Parts['ShopFollow']>) {
  const parts = useLateParts()
  return parts && <parts.ShopFollow {...props} />
}

export function UpcomingParts(props: ComponentProps<Parts['UpcomingParts']>) {
  const parts = useLateParts()
  return parts && <parts.UpcomingParts {...props} />
}
