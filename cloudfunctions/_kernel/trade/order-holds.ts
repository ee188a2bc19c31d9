import { readFlashSale } from './quote-order'
import type { TradeDraft, WholeOrder } from './trade-draft'

// What an unpaid order holds: units of stock, units of flash sales, and a coupon. It is taken when the order is
// placed (place-order.ts), given back when it is closed, and taken once more when its payment comes too late.

/** Gives back everything that an unpaid order holds. */
export function giveBack(draft: TradeDraft, { order, lines }: WholeOrder): void {
  for (const line of lines) {
    draft.move({ skuId: line.sku_id, quantity: line.quantity }, 'released', { orderId: order.order_id })
    moveFlash(draft, { order, line, sign: -1 })
  }
  freeClaim(draft, order)
}

/** The coupon can be spent again. */
export function freeClaim(draft: TradeDraft, order: WholeOrder['order']): void {
  const claim = order.claim_id === null ? undefined : draft.claims.get(order.claim_id)
  if (!claim || claim.order_id !== order.order_id) return
  const coupon = draft.coupons.need(claim.coupon_id)
  draft.claims.put({ ...claim, status: 'held', order_id: null })
  draft.coupons.put({ ...coupon, spent: coupon.spent - 1 })
}

/** Whether all of it could be taken again, for the same price: an order is never revived in part. */
export function canTakeAgain(draft: TradeDraft, { order, lines }: WholeOrder): boolean {
  const isThere = lines.every((line) => (draft.skus.get(line.sku_id)?.available ?? 0) >= line.quantity)
  const flashIsThere = lines.every((line) => {
    const row = line.flash_sale_id === null ? null : draft.flashSales.need(line.flash_sale_id)
    if (!row) return true
    const sale = readFlashSale(row)
    const left = Math.min(sale.quantity - sale.taken, sale.perPerson - draft.had(sale.id, order.person_id))
    return left >= line.quantity
  })
  const claim = order.claim_id === null ? null : draft.claims.need(order.claim_id)
  return isThere && flashIsThere && (claim === null || claim.status === 'held')
}

/** Takes it again; `canTakeAgain` has said that it is there. */
export function takeAgain(draft: TradeDraft, { order, lines }: WholeOrder): void {
  for (const line of lines) {
    draft.move({ skuId: line.sku_id, quantity: line.quantity }, 'reserved', { orderId: order.order_id })
    moveFlash(draft, { order, line, sign: 1 })
  }
  if (order.claim_id === null) return
  const claim = draft.claims.need(order.claim_id)
  const coupon = draft.coupons.need(claim.coupon_id)
  draft.claims.put({ ...claim, status: 'spent', order_id: order.order_id })
  draft.coupons.put({ ...coupon, spent: coupon.spent + 1 })
}

interface FlashMove {
  readonly order: WholeOrder['order']
  readonly line: WholeOrder['lines'][number]
  readonly sign: 1 | -1
}

function moveFlash(draft: TradeDraft, { order, line, sign }: FlashMove): void {
  if (line.flash_sale_id === null) return
  const sale = draft.flashSales.need(line.flash_sale_id)
  draft.flashSales.put({ ...sale, taken: sale.taken + sign * line.quantity })
  draft.count(sale.flash_sale_id, order.person_id, sign * line.quantity)
}
