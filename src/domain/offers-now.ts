import type { CouponId, FlashSaleId, ProductId, SkuId } from './ids'
import type { Product, Sku } from './product'
import { type PriceNow, priceNow, type RoomCoupon, type RoomFlashSale, type RoomOffers } from './room-offers'
import { type EpochMs, HOUR, MINUTE } from './time'

/** What is offered in a room, and how much is left of it, at one moment of the server's time. */
export interface OffersNow {
  readonly offers: RoomOffers
  readonly left: Readonly<Record<FlashSaleId | CouponId, number | undefined>>
  readonly now: EpochMs
}

/** `from`: other kinds cost more. */
export type ShownPrice = { readonly kind: 'hidden' } | (PriceNow & { readonly from: boolean })

export const isPriceHidden = ({ offers }: OffersNow, productId: ProductId): boolean =>
  offers.hiddenPrices.includes(productId)

/** The lowest price that a product can be had for now; null when it comes in no kind. */
export function shownPrice(product: Product, at: OffersNow): ShownPrice | null {
  if (isPriceHidden(at, product.id)) return { kind: 'hidden' }
  const there = product.skus.filter(({ available }) => available > 0)
  const prices = (there.length > 0 ? there : product.skus).map((sku) => priceOf(sku, at))
  const [lowest] = [...prices].sort((a, b) => a.price - b.price)
  return lowest === undefined ? null : { ...lowest, from: product.skus.length > 1 }
}

export const priceOf = (sku: Sku, { offers, left, now }: OffersNow): PriceNow =>
  priceNow(sku, offers, { now, left })

/** What a product's flash sale says of itself. */
export type FlashFace =
  | { readonly kind: 'soon'; readonly sale: RoomFlashSale; readonly inMs: number }
  | { readonly kind: 'on'; readonly sale: RoomFlashSale; readonly inMs: number; readonly left: number }
  | { readonly kind: 'gone'; readonly sale: RoomFlashSale }
  | { readonly kind: 'over'; readonly sale: RoomFlashSale }

/** So long it is said that a sale is over, and then no more of it. */
export const SAID_OVER_MS = MINUTE
/** So long before its start a sale is counted down. */
export const COUNTED_MS = HOUR

/** The sale that matters now: one to buy at, then the next one, then one that is sold out or over. */
export function flashFace(productId: ProductId, at: OffersNow): FlashFace | null {
  const faces = at.offers.flashSales
    .filter((sale) => sale.productId === productId)
    .flatMap((sale) => faceOf(sale, at) ?? [])
  const first = (kind: FlashFace['kind']) => faces.find((face) => face.kind === kind)
  return first('on') ?? first('soon') ?? first('gone') ?? first('over') ?? null
}

function faceOf(sale: RoomFlashSale, { left, now }: OffersNow): FlashFace | null {
  if (now < sale.startsAt) return { kind: 'soon', sale, inMs: sale.startsAt - now }
  if (now >= sale.endsAt) return now < sale.endsAt + SAID_OVER_MS ? { kind: 'over', sale } : null
  const units = left[sale.id] ?? sale.quantity
  return units > 0 ? { kind: 'on', sale, inMs: sale.endsAt - now, left: units } : { kind: 'gone', sale }
}

/** How long a coupon can still be had; null when nobody knows. */
export const couponEndsIn = ({ until }: RoomCoupon, { now }: OffersNow): number | null =>
  until === null ? null : Math.max(0, until - now)

/** Something on the screen changes with the second: only then a clock ticks. */
export function isCounting({ offers, now }: OffersNow): boolean {
  const sales = offers.flashSales.some(
    ({ startsAt, endsAt }) => now >= startsAt - COUNTED_MS && now <= endsAt + SAID_OVER_MS,
  )
  const coupons = offers.coupons.some(({ until }) => until !== null && now <= until)
  return sales || coupons || (offers.draw !== null && now <= offers.draw.closesAt)
}

/** What a change of prices looks like to whoever is about to buy: another text, another price. */
export const priceMark = (skus: readonly Sku[], skuId: SkuId | null, at: OffersNow): string =>
  skus
    .filter(({ id }) => id === skuId)
    .map((sku) => {
      const { kind, price } = priceOf(sku, at)
      return `${kind} ${price}`
    })
    .join()
