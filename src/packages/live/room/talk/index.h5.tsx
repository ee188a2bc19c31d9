import { type ComponentProps, useEffect, useSyncExternalStore } from 'react'
import { pictureShown } from '@/platform'
import { createLate } from '@/ui'
import type { talkParts } from './talk-parts'

type Parts = typeof talkParts
const late = createLate(async () => (await import(/* webpackChunkName: "sheets" */ './talk-parts')).talkParts)

/** A shared link is opened for its picture: notice board, pin and answers come when it is there. */
export function TalkStrip(props: ComponentProps<Parts['TalkStrip']>) {
  const parts = useSyncExternalStore(late.subscribe, late.read)
  useEffect(() => {
    // without network nothing is lost: the next room asks again
    void pictureShown()
      .then(late.load)
      .catch(() => undefined)
  }, [])
  return parts && <parts.TalkStrip {...props} />
}
