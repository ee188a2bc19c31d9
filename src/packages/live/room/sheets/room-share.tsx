import { type OffersNow, shownPrice } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { type RoomShare as Share, ShareSheet, useShareWords } from '@/features/share'
import type { ReadyRoom } from '@/features/live'
import { priceText, useWhenText } from '@/ui'

export interface RoomShareProps {
  readonly share: Share
  readonly ready: ReadyRoom
  readonly at: OffersNow
  readonly onClose: () => void
}

/** The room as it is shared: with what is explained now, at the price of now. */
export function RoomShare({ share, ready, at, onClose }: RoomShareProps) {
  const words = useShareWords()
  const whenText = useWhenText()
  const { room, shelf } = ready.state
  const { explaining } = ready.onScreen
  const product = shelf.find(({ id }) => id === explaining[explaining.length - 1])
  const when = {
    live: words.liveNow,
    upcoming: words.startsAt(whenText(room.startsAt, at.now)),
    ended: words.ended,
  }[room.status]
  const poster = {
    roomId: room.id,
    title: room.title,
    shopName: room.merchantName,
    coverUrl: room.coverUrl,
    logoUrl: room.merchantLogoUrl,
    when,
    product: product ? onPoster(product, at) : null,
  }
  return <ShareSheet share={share} poster={poster} onClose={onClose} />
}

/** A price that the host has not told stays untold. */
function onPoster(product: ShelfProduct, at: OffersNow) {
  const price = shownPrice(product, at)
  const text = price === null || price.kind === 'hidden' ? '' : priceText(price.price)
  return { name: product.name, pictureUrl: product.pictureUrl, price: text }
}
