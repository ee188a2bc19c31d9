import {
  couponMismatch,
  couponOff,
  isCoveredBy,
  type ClaimStatus,
  type CouponMismatch,
  type CouponTerms,
} from './coupon'
import { unitsAtFlashPrice, type FlashSale } from './flash-sale'
import { freightFor, type FreightTemplate } from './freight'
import type { FlashSaleId, ProductId, SkuId } from './ids'
import { addFen, type Fen, timesFen, toFen } from './money'
import { err, ok, type Result } from './result'
import { shareOut } from './share-out'
import type { EpochMs } from './time'

/** One SKU as it is on offer to one person in one room. */
export interface Offer {
  readonly skuId: SkuId
  readonly productId: ProductId
  readonly price: Fen
  /** What it costs while the room is live; null: the same as always. */
  readonly livePrice: Fen | null
  /** The flash sale that is planned or open, and how many units this person had of it. */
  readonly flash: { readonly sale: FlashSale; readonly had: number } | null
}

export interface PriceRequest {
  readonly items: readonly { readonly offer: Offer; readonly quantity: number }[]
  readonly coupon: { readonly terms: CouponTerms; readonly status: ClaimStatus } | null
  readonly freight: FreightTemplate | null
  /** Where it goes, as in the address. */
  readonly region: string
  readonly now: EpochMs
}

export interface PricedLine {
  readonly skuId: SkuId
  readonly productId: ProductId
  readonly quantity: number
  readonly unit: Fen
  readonly priceKind: 'regular' | 'live' | 'flash'
  /** The shop's regular price of one unit, for showing what was saved. */
  readonly regularUnit: Fen
  readonly flashSaleId: FlashSaleId | null
  readonly subtotal: Fen
  /** This line's part of the coupon. */
  readonly discount: Fen
  /** What is paid for the line, and given back for it: `subtotal - discount`. */
  readonly payable: Fen
}

/** An order's price, explained: `goods - discount + freight = total`, and so does each sum over its lines. */
export interface Price {
  readonly lines: readonly PricedLine[]
  readonly goods: Fen
  readonly discount: Fen
  readonly freight: Fen
  readonly total: Fen
}

export type PriceRefusal =
  | CouponMismatch
  | { readonly code: 'flash-limit'; readonly skuId: SkuId; readonly left: number }
  | { readonly code: 'region-not-served' }

const ONE_FEN = toFen(1)

/**
 * The one place that says what an order costs; the server calls it, and the client shows its answer. A flash price
 * counts for a whole line or not at all: whoever wants more than is left for them is told how many they can have.
 * Wallets take no less than one fen, so an order never costs less.
 */
export function priceOrder(request: PriceRequest): Result<Price, PriceRefusal> {
  const { items, coupon, freight: template, region, now } = request
  const priced: Omit<PricedLine, 'discount' | 'payable'>[] = []
  for (const item of items) {
    const line = priceLine(item, now)
    if (!line.ok) return line
    priced.push(line.value)
  }
  const mismatch = coupon && couponMismatch(coupon.terms, priced, { status: coupon.status, now })
  if (mismatch) return err(mismatch)
  const goods = sumFen(priced.map(({ subtotal }) => subtotal))
  const wanted = coupon ? couponOff(coupon.terms.value, coveredGoods(coupon.terms, priced)) : toFen(0)
  const freight = freightFor(template, { goods: toFen(goods - wanted), region })
  if (freight === null) return err({ code: 'region-not-served' })
  const discount = wanted === goods && freight === 0 ? toFen(Math.max(0, goods - ONE_FEN)) : wanted
  const lines = withDiscount(priced, coupon?.terms ?? null, discount)
  return ok({ lines, goods, discount, freight, total: toFen(Math.max(goods - discount + freight, ONE_FEN)) })
}

export const sumFen = (amounts: readonly Fen[]): Fen => amounts.reduce(addFen, toFen(0))

type UndiscountedLine = Omit<PricedLine, 'discount' | 'payable'>

function priceLine(
  { offer, quantity }: PriceRequest['items'][number],
  now: EpochMs,
): Result<UndiscountedLine, PriceRefusal> {
  const { skuId, productId, price: regularUnit, livePrice, flash } = offer
  const left = flash ? unitsAtFlashPrice(flash.sale, { had: flash.had, now }) : 0
  if (left > 0 && left < quantity) return err({ code: 'flash-limit', skuId, left })
  const { unit, priceKind } =
    flash && left > 0
      ? { unit: flash.sale.price, priceKind: 'flash' as const }
      : livePrice !== null
        ? { unit: livePrice, priceKind: 'live' as const }
        : { unit: regularUnit, priceKind: 'regular' as const }
  return ok({
    skuId,
    productId,
    quantity,
    unit,
    priceKind,
    regularUnit,
    flashSaleId: priceKind === 'flash' && flash ? flash.sale.id : null,
    subtotal: timesFen(unit, quantity),
  })
}

const coveredGoods = (coupon: CouponTerms, lines: readonly UndiscountedLine[]): Fen =>
  sumFen(lines.filter((line) => isCoveredBy(coupon, line)).map(({ subtotal }) => subtotal))

function withDiscount(
  lines: readonly UndiscountedLine[],
  coupon: CouponTerms | null,
  discount: Fen,
): readonly PricedLine[] {
  const weightOf = (line: UndiscountedLine): Fen =>
    coupon && isCoveredBy(coupon, line) ? line.subtotal : toFen(0)
  return shareOut(discount, lines, weightOf).map(({ item, share }) => ({
    ...item,
    discount: share,
    payable: toFen(item.subtotal - share),
  }))
}
