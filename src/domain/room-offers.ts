import type { CouponTerms } from './coupon'
import type { FlashSale } from './flash-sale'
import type { CouponId, DrawId, FlashSaleId, ProductId, SkuId, UserId } from './ids'
import type { Fen } from './money'
import type { Sku } from './product'
import { unreachable } from './result'
import type { EpochMs } from './time'

/** A flash sale of something on the room's shelf; how many are left comes with the pulse. */
export interface RoomFlashSale extends Omit<FlashSale, 'taken'> {
  readonly productId: ProductId
}

/** A coupon the host hands out in the room, until `until`, or, when that is null, until it is taken back. */
export interface RoomCoupon extends Pick<
  CouponTerms,
  'id' | 'title' | 'value' | 'threshold' | 'products' | 'expiresAt'
> {
  readonly until: EpochMs | null
}

/**
 * A lucky draw. The server commits itself to `commitment`, the SHA-256 of a secret, before anybody takes part, and
 * reveals the secret with the winners: whoever knows the entrants can draw again (`domain/draw.ts`).
 */
export interface RoomDraw {
  readonly id: DrawId
  readonly prize: string
  readonly winners: number
  /** What has to be said in the room to take part; null when a tap is enough. */
  readonly phrase: string | null
  readonly commitment: string
  readonly closesAt: EpochMs
  readonly result: DrawResult | null
}
export interface DrawResult {
  readonly secret: string
  readonly entrants: number
  /** SHA-256 over the entrants' ids, sorted. */
  readonly entrantsHash: string
  readonly winners: readonly { readonly userId: UserId; readonly name: string }[]
}

/** What can be had in a room for less, or for nothing, while it is live. */
export interface RoomOffers {
  readonly livePrices: Readonly<Record<SkuId, Fen | undefined>>
  /** Products whose price the host has not told yet. */
  readonly hiddenPrices: readonly ProductId[]
  /** By their start; those that are over stay until the room is entered anew. */
  readonly flashSales: readonly RoomFlashSale[]
  /** In the order in which they were handed out. */
  readonly coupons: readonly RoomCoupon[]
  /** The running draw, or the last one, with its winners. */
  readonly draw: RoomDraw | null
}

export const NO_OFFERS: RoomOffers = {
  livePrices: {},
  hiddenPrices: [],
  flashSales: [],
  coupons: [],
  draw: null,
}

export type RoomOffersEvent =
  | { readonly type: 'live-price-changed'; readonly skuId: SkuId; readonly price: Fen | null }
  | { readonly type: 'price-hidden'; readonly productId: ProductId }
  | { readonly type: 'price-revealed'; readonly productId: ProductId }
  | { readonly type: 'flash-sale-planned'; readonly flashSale: RoomFlashSale }
  | { readonly type: 'flash-sale-ended'; readonly flashSaleId: FlashSaleId }
  | { readonly type: 'coupon-handed-out'; readonly coupon: RoomCoupon }
  | { readonly type: 'coupon-taken-back'; readonly couponId: CouponId }
  | { readonly type: 'draw-opened'; readonly draw: RoomDraw }
  | { readonly type: 'draw-drawn'; readonly drawId: DrawId; readonly result: DrawResult }
  | { readonly type: 'draw-cancelled'; readonly drawId: DrawId }

export function reduceOffers(offers: RoomOffers, event: RoomOffersEvent): RoomOffers {
  switch (event.type) {
    case 'live-price-changed': {
      const { [event.skuId]: _before, ...others } = offers.livePrices
      return {
        ...offers,
        livePrices: event.price === null ? others : { ...others, [event.skuId]: event.price },
      }
    }
    case 'price-hidden':
      return { ...offers, hiddenPrices: [...unhidden(offers, event.productId), event.productId] }
    case 'price-revealed':
      return { ...offers, hiddenPrices: unhidden(offers, event.productId) }
    case 'flash-sale-planned':
      return {
        ...offers,
        flashSales: [...withoutId(offers.flashSales, event.flashSale.id), event.flashSale].sort(
          (a, b) => a.startsAt - b.startsAt,
        ),
      }
    case 'flash-sale-ended':
      return { ...offers, flashSales: withoutId(offers.flashSales, event.flashSaleId) }
    case 'coupon-handed-out':
      return { ...offers, coupons: [...withoutId(offers.coupons, event.coupon.id), event.coupon] }
    case 'coupon-taken-back':
      return { ...offers, coupons: withoutId(offers.coupons, event.couponId) }
    case 'draw-opened':
    case 'draw-drawn':
    case 'draw-cancelled':
      return { ...offers, draw: reduceDraw(offers.draw, event) }
    default:
      return unreachable(event)
  }
}

type DrawEvent = Extract<RoomOffersEvent, { type: 'draw-opened' | 'draw-drawn' | 'draw-cancelled' }>
function reduceDraw(draw: RoomDraw | null, event: DrawEvent): RoomDraw | null {
  if (event.type === 'draw-opened') return event.draw
  if (draw?.id !== event.drawId) return draw
  return event.type === 'draw-drawn' ? { ...draw, result: event.result } : null
}

const unhidden = ({ hiddenPrices }: RoomOffers, productId: ProductId): readonly ProductId[] =>
  hiddenPrices.filter((id) => id !== productId)
const withoutId = <T extends { readonly id: string }>(all: readonly T[], id: string): readonly T[] =>
  all.filter((other) => other.id !== id)

/** A product that leaves the shelf takes its offers with it. */
export function withoutProduct(
  offers: RoomOffers,
  product: { readonly id: ProductId; readonly skus: readonly Sku[] },
): RoomOffers {
  const skuIds = new Set<string>(product.skus.map(({ id }) => id))
  return {
    ...offers,
    livePrices: Object.fromEntries(Object.entries(offers.livePrices).filter(([skuId]) => !skuIds.has(skuId))),
    hiddenPrices: unhidden(offers, product.id),
    flashSales: offers.flashSales.filter(({ productId }) => productId !== product.id),
  }
}

/** What one unit costs a viewer now, and why; `regular` is the price without any favour. */
export interface PriceNow {
  readonly kind: 'regular' | 'live' | 'flash'
  readonly price: Fen
  readonly regular: Fen
}

/**
 * The price to show for a SKU. The server prices every order anew (`domain/price-order.ts`), with the quantities and
 * limits that only it knows.
 */
export function priceNow(
  sku: Pick<Sku, 'id' | 'price'>,
  offers: RoomOffers,
  { now, left }: { readonly now: EpochMs; readonly left: Readonly<Record<FlashSaleId, number | undefined>> },
): PriceNow {
  const regular = sku.price
  const live = offers.livePrices[sku.id]
  const flash = offers.flashSales.find(
    (sale) =>
      sale.skuId === sku.id &&
      now >= sale.startsAt &&
      now < sale.endsAt &&
      (left[sale.id] ?? sale.quantity) > 0,
  )
  if (flash) return { kind: 'flash', price: flash.price, regular }
  return live === undefined
    ? { kind: 'regular', price: regular, regular }
    : { kind: 'live', price: live, regular }
}
