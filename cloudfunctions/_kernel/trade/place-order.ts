import type { WireError } from '@/contracts/errors'
import type { Host } from '@/contracts/schemas'
import type { ShareChannel } from '@/contracts/rooms'
import {
  type AddressId,
  type ClaimId,
  firstPaymentOf,
  type MerchantId,
  type OrderId,
  type RoomId,
  type SkuId,
  type UserId,
} from '@/domain/ids'
import { PAYMENT_WINDOW_MS } from '@/domain/order'
import type { Price } from '@/domain/price-order'
import { MAX_QUANTITY } from '@/domain/product'
import { err, ok, type Result } from '@/domain/result'
import type { Intent } from '../ports/intent'
import type { Buyer, Scope } from '../ports/trade-store'
import { quoteOrder, type QuotedItem } from './quote-order'
import { sealOf } from './seal'
import { walletOf } from './wallet-of'
import { writeAttempt } from './write-attempt'
import type { TradeDraft, WholeOrder } from './trade-draft'

/** What a buyer wants, parsed; nothing in it is a price. */
export interface OrderWish {
  readonly intent: Intent
  readonly buyerHost: Host
  readonly roomId: RoomId
  readonly items: readonly { readonly skuId: SkuId; readonly quantity: number }[]
  readonly addressId: AddressId
  readonly claimId: ClaimId | null
  readonly seal: string | null
  readonly sharer: { readonly userId: UserId; readonly channel: ShareChannel } | null
}
/** A wish with what was read of its buyer. */
export interface ReadyWish {
  readonly wish: OrderWish
  readonly merchantId: MerchantId
  readonly buyer: Buyer | null
}

/** An order that is committed; `shown` is it as it was placed, null when it was placed before. */
export interface PlacedOrder {
  readonly orderId: OrderId
  readonly shown: (WholeOrder & { readonly merchantName: string }) | null
}

/** What the wishes of one shop need, to be decided together. */
export function scopeOfWishes(merchantId: MerchantId, ready: readonly ReadyWish[]): Scope {
  return {
    merchantId,
    skus: ready.flatMap(({ wish }) => wish.items.map(({ skuId }) => skuId)),
    claims: ready.flatMap(({ wish }) => wish.claimId ?? []),
    persons: ready.flatMap(({ buyer }) => buyer?.personId ?? []),
    rooms: ready.map(({ wish }) => wish.roomId),
    intents: ready.map(({ wish }) => wish.intent),
  }
}

/**
 * Reserves the stock, spends the coupon, fixes the price, writes the order with its first attempt to pay, and sets the
 * clock that will close it: all of it in the draft, or none. Checks come first and changes after, because the other wishes of the batch are
 * committed whatever becomes of this one.
 */
export function placeOrder(
  draft: TradeDraft,
  { wish, merchantId, buyer }: ReadyWish,
): Result<PlacedOrder, WireError> {
  const earlier = draft.earlier(wish.intent)
  if (!earlier.ok) return earlier
  if (earlier.value !== null) return ok({ orderId: earlier.value as OrderId, shown: null })

  const items = mergeItems(wish.items)
  if (!items) return err({ code: 'quantity-invalid', field: 'quantity' })
  if (!buyer?.deliverTo) return err({ code: 'address-not-found', field: 'addressId' })
  const quoted = quoteOrder(draft, {
    items,
    roomId: wish.roomId,
    claimId: wish.claimId,
    userId: wish.intent.userId,
    personId: buyer.personId,
    region: buyer.deliverTo.region,
  })
  if (!quoted.ok) return quoted
  for (const { sku, quantity } of quoted.value.items) {
    if (sku.available === 0) return err({ code: 'sold-out', field: 'quantity' })
    if (sku.available < quantity) return err({ code: 'stock-short', field: 'quantity' })
  }
  const { price } = quoted.value
  if (wish.seal !== null && wish.seal !== sealOf(price)) return err({ code: 'price-changed' })

  const orderId = draft.ids.make('order', merchantId)
  writeOrder(draft, {
    wish,
    merchantId,
    orderId,
    buyer: { ...buyer, deliverTo: buyer.deliverTo },
    ...quoted.value,
  })
  takeWhatItHolds(draft, orderId, { wish, personId: buyer.personId, price })
  const wallet = walletOf(wish.buyerHost)
  if (wallet) writeAttempt(draft, draft.orders.need(orderId), { paymentId: firstPaymentOf(orderId), wallet })
  draft.later('close-unpaid-order', orderId, draft.now + PAYMENT_WINDOW_MS)
  draft.keep(wish.intent, orderId, merchantId)
  const whole = draft.whole(orderId)
  return ok({ orderId, shown: whole && { ...whole, merchantName: quoted.value.merchantName } })
}

/** Every SKU once, its quantities summed, in the order of first mention; null when a quantity is not one. */
export function mergeItems(items: OrderWish['items']): OrderWish['items'] | null {
  const sums = new Map<SkuId, number>()
  for (const { skuId, quantity } of items) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) return null
    const sum = (sums.get(skuId) ?? 0) + quantity
    if (sum > MAX_QUANTITY) return null
    sums.set(skuId, sum)
  }
  return [...sums].map(([skuId, quantity]) => ({ skuId, quantity }))
}

interface NewOrder {
  readonly wish: OrderWish
  readonly merchantId: MerchantId
  readonly orderId: OrderId
  readonly buyer: {
    readonly personId: Buyer['personId']
    readonly deliverTo: NonNullable<Buyer['deliverTo']>
  }
  readonly price: Price
  readonly items: readonly QuotedItem[]
  readonly couponTitle: string | null
}

function writeOrder(draft: TradeDraft, order: NewOrder): void {
  const { wish, merchantId, orderId, buyer, price, items, couponTitle } = order
  draft.orders.put({
    merchant_id: merchantId,
    order_id: orderId,
    buyer_id: wish.intent.userId,
    buyer_host: wish.buyerHost,
    room_id: wish.roomId,
    status: 'awaiting-payment',
    total_fen: price.total,
    deliver_to: buyer.deliverTo,
    sharer_id: wish.sharer?.userId ?? null,
    share_channel: wish.sharer?.channel ?? null,
    close_reason: null,
    created_at: draft.now,
    expires_at: draft.now + PAYMENT_WINDOW_MS,
    paid_at: null,
    closed_at: null,
    person_id: buyer.personId,
    goods_fen: price.goods,
    discount_fen: price.discount,
    freight_fen: price.freight,
    claim_id: wish.claimId,
    coupon_title: couponTitle,
    payment_id: null,
    shipped_at: null,
    received_at: null,
    done_at: null,
  })
  price.lines.forEach((line, index) => {
    const shelved = items[index]?.shelved
    draft.lines.put({
      merchant_id: merchantId,
      order_id: orderId,
      line: index + 1,
      sku_id: line.skuId,
      product_id: line.productId,
      product_name: shelved?.product_name ?? '',
      sku_name: items[index]?.sku.name ?? '',
      picture_url: shelved?.picture_url ?? '',
      price_fen: line.unit,
      quantity: line.quantity,
      price_kind: line.priceKind,
      regular_fen: line.regularUnit,
      discount_fen: line.discount,
      payable_fen: line.payable,
      flash_sale_id: line.flashSaleId,
    })
  })
}

function takeWhatItHolds(
  draft: TradeDraft,
  orderId: OrderId,
  {
    wish,
    personId,
    price,
  }: { readonly wish: OrderWish; readonly personId: Buyer['personId']; readonly price: Price },
): void {
  for (const { skuId, quantity, flashSaleId } of price.lines) {
    draft.move({ skuId, quantity }, 'reserved', { orderId })
    if (flashSaleId === null) continue
    const sale = draft.flashSales.need(flashSaleId)
    draft.flashSales.put({ ...sale, taken: sale.taken + quantity })
    draft.count(flashSaleId, personId, quantity)
  }
  if (wish.claimId === null) return
  const claim = draft.claims.need(wish.claimId)
  const coupon = draft.coupons.need(claim.coupon_id)
  draft.claims.put({ ...claim, status: 'spent', order_id: orderId })
  draft.coupons.put({ ...coupon, spent: coupon.spent + 1 })
}
