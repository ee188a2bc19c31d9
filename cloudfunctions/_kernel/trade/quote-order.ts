import type { WireError } from '@/contracts/errors'
import type { CouponTerms } from '@/domain/coupon'
import type { FlashSale } from '@/domain/flash-sale'
import type { ClaimId, PersonId, RoomId, SkuId, UserId } from '@/domain/ids'
import { priceOrder, type Offer, type Price, type PriceRequest } from '@/domain/price-order'
import { err, ok, type Result } from '@/domain/result'
import type { TradeDraft } from './trade-draft'
import type { CouponRow, FlashSaleRow, ShelfRow, SkuRow } from './trade-rows'

export interface QuoteWish {
  readonly items: readonly { readonly skuId: SkuId; readonly quantity: number }[]
  readonly roomId: RoomId
  readonly claimId: ClaimId | null
  readonly userId: UserId
  readonly personId: PersonId
  readonly region: string
}
export interface QuotedItem {
  readonly sku: SkuRow
  readonly shelved: ShelfRow
  readonly quantity: number
}
export interface QuotedOrder {
  readonly price: Price
  readonly items: readonly QuotedItem[]
  readonly couponTitle: string | null
  readonly merchantName: string
}

/** What the wish costs at this moment, by everything in the draft. Changes nothing. */
export function quoteOrder(draft: TradeDraft, wish: QuoteWish): Result<QuotedOrder, WireError> {
  const items: (QuotedItem & { readonly offer: Offer })[] = []
  for (const { skuId, quantity } of wish.items) {
    const found = findOffer(draft, wish, skuId)
    if (!found.ok) return found
    items.push({ ...found.value, quantity })
  }
  const coupon = couponOf(draft, wish)
  if (coupon === 'not-found') return err({ code: 'coupon-not-found', field: 'claimId' })
  const price = priceOrder({
    items,
    coupon,
    freight: draft.freight?.template ?? null,
    region: wish.region,
    now: draft.now,
  })
  if (!price.ok)
    return err({ code: price.error.code, ...('left' in price.error && { left: price.error.left }) })
  return ok({
    price: price.value,
    items,
    couponTitle: coupon?.terms.title ?? null,
    merchantName: items[0]?.shelved.merchant_name ?? '',
  })
}

/** What people are shown of a line's goods: every line was made of an item. */
export function goodsOf({ items }: QuotedOrder, skuId: SkuId) {
  const item = items.find(({ sku }) => sku.sku_id === skuId)
  if (!item) throw new Error(`${skuId} was not quoted`)
  const { product_name: productName, picture_url: pictureUrl } = item.shelved
  return { productName: productName ?? '', skuName: item.sku.name, pictureUrl: pictureUrl ?? '' }
}

function findOffer(
  draft: TradeDraft,
  { roomId, personId }: QuoteWish,
  skuId: SkuId,
): Result<{ readonly sku: SkuRow; readonly shelved: ShelfRow; readonly offer: Offer }, WireError> {
  const { room, shelved } = draft.shelfOf(roomId, skuId)
  if (!room) return err({ code: 'room-not-found' })
  if (room.room_status === 'upcoming') return err({ code: 'room-not-live' })
  const sku = draft.skus.get(skuId)
  if (!sku || !shelved) return err({ code: 'product-off-shelf', field: 'skuId' })
  // what a replay sells costs as much as always: a show's own prices end with it
  const isOver = room.room_status === 'ended'
  if (shelved.is_price_hidden && !isOver) return err({ code: 'price-hidden', field: 'skuId' })
  const sale = isOver ? null : flashSaleOf(draft, skuId)
  const offer: Offer = {
    skuId,
    productId: sku.product_id,
    price: sku.price_fen,
    livePrice: isOver ? null : shelved.live_price_fen,
    flash: sale && { sale, had: draft.had(sale.id, personId) },
  }
  return ok({ sku, shelved, offer })
}

/** The flash sale of the SKU that is open; sales of one SKU do not overlap. */
function flashSaleOf(draft: TradeDraft, skuId: SkuId): FlashSale | null {
  for (const row of draft.flashSales.all())
    if (row.sku_id === skuId && row.starts_at <= draft.now && draft.now < row.ends_at)
      return readFlashSale(row)
  return null
}

export const readFlashSale = (row: FlashSaleRow): FlashSale => ({
  id: row.flash_sale_id,
  skuId: row.sku_id,
  price: row.price_fen,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  quantity: row.quantity,
  taken: row.taken,
  perPerson: row.per_person,
})

function couponOf(draft: TradeDraft, { claimId, userId }: QuoteWish): PriceRequest['coupon'] | 'not-found' {
  if (claimId === null) return null
  const claim = draft.claims.get(claimId)
  const coupon = claim && draft.coupons.get(claim.coupon_id)
  if (!claim || !coupon || claim.user_id !== userId) return 'not-found'
  return { terms: readCoupon(coupon), status: claim.status }
}

export const readCoupon = (row: CouponRow): CouponTerms => ({
  id: row.coupon_id,
  title: row.title,
  value: row.value,
  threshold: row.threshold_fen,
  products: row.products,
  claimFrom: row.claim_from,
  claimUntil: row.ended_at === null ? row.claim_until : Math.min(row.claim_until, row.ended_at),
  expiresAt: row.expires_at,
  total: row.total,
  perPerson: row.per_person,
})
