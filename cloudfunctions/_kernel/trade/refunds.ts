import type { WireError } from '@/contracts/errors'
import type { REFUND_REASONS } from '@/contracts/order'
import type { OrderId, PictureId, RefundId, UserId } from '@/domain/ids'
import { canAskForRefund, decideOrder, type OrderStatus, RECEIVE_WINDOW_MS } from '@/domain/order'
import { decideRefund, priceRefund, type RefundEvent, type RefundPart, refundableOf } from '@/domain/refund'
import { err, ok, type Result } from '@/domain/result'
import type { Intent } from '../ports/intent'
import { freeClaim } from './order-holds'
import { leftToShip, resumeAfterSales } from './parcels'
import type { TradeDraft, WholeOrder } from './trade-draft'
import type { RefundRow } from './trade-rows'

export interface RefundWish {
  readonly intent: Intent
  readonly orderId: OrderId
  readonly units: readonly { readonly line: number; readonly quantity: number }[]
  readonly by: 'buyer' | 'merchant'
  readonly reason: (typeof REFUND_REASONS)[number] | null
  readonly note: string
  readonly pictureIds: readonly PictureId[]
}

/** Writes down what somebody wants back of an order. A buyer's waits for the shop; the shop's own is on its way. */
export function askForRefund(draft: TradeDraft, wish: RefundWish): Result<RefundId, WireError> {
  const earlier = draft.earlier(wish.intent)
  if (!earlier.ok) return earlier
  if (earlier.value !== null) return ok(earlier.value as RefundId)
  const whole = draft.whole(wish.orderId)
  const isTheirs = wish.by === 'merchant' || whole?.order.buyer_id === wish.intent.userId
  if (!whole || !isTheirs) return err({ code: 'order-not-found' })
  const { order } = whole
  const refusal = refusalOf(order.status, wish.by)
  if (refusal) return err({ code: refusal })
  const part = priceRefund(refundable(whole), wish.units, { isUnshipped: whole.parcels.length === 0 })
  if (!part.ok) return part
  const refund = newRefund(draft, { whole, wish, part: part.value })
  draft.refunds.put(refund)
  if (wish.by === 'merchant') agree(draft, refund, '')
  draft.keep(wish.intent, refund.refund_id, order.merchant_id)
  return ok(refund.refund_id)
}

function refusalOf(status: OrderStatus, by: 'buyer' | 'merchant'): WireError['code'] | null {
  if (canAskForRefund(status)) return null
  if (status === 'awaiting-payment') return 'order-unpaid'
  if (status === 'done') return by === 'merchant' ? null : 'order-done'
  return 'order-closed'
}

export const refundable = ({ order, lines, refunds }: WholeOrder) =>
  refundableOf(
    {
      lines: lines.map(({ line, quantity, payable_fen: payable }) => ({ line, quantity, payable })),
      freight: order.freight_fen,
    },
    refunds
      .filter((refund) => refund.payment_id === order.payment_id)
      .map(({ status, lines: parts, freight_fen: freight }) => ({ status, lines: parts, freight })),
  )

function newRefund(
  draft: TradeDraft,
  { whole, wish, part }: { readonly whole: WholeOrder; readonly wish: RefundWish; readonly part: RefundPart },
): RefundRow {
  const { order, payments } = whole
  const payment = payments.find(({ payment_id: id }) => id === order.payment_id)
  if (!payment) throw new Error(`${order.order_id} was paid by no payment`)
  return {
    merchant_id: order.merchant_id,
    refund_id: draft.ids.make('refund', order.merchant_id),
    order_id: order.order_id,
    payment_id: payment.payment_id,
    wallet: payment.wallet,
    cause: wish.by,
    status: 'requested',
    lines: part.lines.map((line) => ({ ...line, restocked: 0 })),
    freight_fen: part.freight,
    amount_fen: part.amount,
    reason: wish.reason,
    note: wish.note,
    picture_ids: wish.pictureIds,
    answer: '',
    failure: null,
    created_at: draft.now,
    answered_at: null,
    done_at: null,
  }
}

/** What a buyer or the shop says to a refund that is asked for. */
export function answerRefund(
  draft: TradeDraft,
  refundId: RefundId,
  { event, note, by }: { readonly event: RefundEvent; readonly note: string; readonly by: UserId | 'shop' },
): Result<OrderId, WireError> {
  const refund = draft.refunds.get(refundId)
  const order = refund && draft.orders.get(refund.order_id)
  if (!refund || !order || (by !== 'shop' && order.buyer_id !== by)) return err({ code: 'refund-not-found' })
  const to = decideRefund(refund.status, event)
  if (to === null) return isSaid(refund, event) ? ok(order.order_id) : err({ code: 'refund-answered' })
  if (event === 'agreed') agree(draft, refund, note)
  else draft.refunds.put({ ...refund, status: to, answer: note, answered_at: draft.now })
  if (event === 'tried-again') draft.later('send-refund', refundId, draft.now)
  resumeAfterSales(draft, order.order_id)
  return ok(order.order_id)
}

/** The same answer once more changes nothing and is no mistake. */
function isSaid({ status }: RefundRow, event: RefundEvent): boolean {
  if (event === 'agreed') return status === 'refunding' || status === 'refunded'
  if (event === 'refused') return status === 'refused'
  return event === 'withdrawn' && status === 'withdrawn'
}

/** Units that were not sent are not sent any more: they can be ordered again from this commit on. */
function agree(draft: TradeDraft, refund: RefundRow, note: string): void {
  const whole = draft.whole(refund.order_id)
  if (!whole) throw new Error(`${refund.refund_id} has no order`)
  const left = new Map(leftToShip(whole).map(({ line, quantity }) => [line, quantity]))
  const lines = refund.lines.map((part) => ({
    ...part,
    restocked: Math.min(part.quantity, left.get(part.line) ?? 0),
  }))
  for (const { line, restocked } of lines) {
    const sku = whole.lines.find((row) => row.line === line)?.sku_id
    if (sku && restocked > 0)
      draft.move({ skuId: sku, quantity: restocked }, 'returned', { orderId: refund.order_id })
  }
  draft.refunds.put({ ...refund, status: 'refunding', lines, answer: note, answered_at: draft.now })
  draft.later('send-refund', refund.refund_id, draft.now)
}

/** The wallet has sent the money: what that means for the order. */
export function markRefunded(draft: TradeDraft, refundId: RefundId): void {
  const refund = draft.refunds.need(refundId)
  const to = decideRefund(refund.status, 'money-sent')
  if (to === null) return
  draft.refunds.put({ ...refund, status: to, failure: null, done_at: draft.now })
  const whole = draft.whole(refund.order_id)
  if (whole?.order.payment_id === refund.payment_id) finishOrder(draft, whole)
  resumeAfterSales(draft, refund.order_id)
}

function finishOrder(draft: TradeDraft, whole: WholeOrder): void {
  const { order, refunds, parcels } = whole
  const back = refunds.filter(
    ({ status, payment_id: id }) => status === 'refunded' && id === order.payment_id,
  )
  const isAllBack = back.reduce((sum, { amount_fen: amount }) => sum + amount, 0) >= order.total_fen
  const isRestShipped = parcels.length > 0 && leftToShip(whole).every(({ quantity }) => quantity === 0)
  const decision = isAllBack
    ? decideOrder(order.status, 'refunded-in-full')
    : isRestShipped && order.status === 'part-shipped'
      ? decideOrder(order.status, 'all-shipped')
      : ({ do: 'nothing' } as const)
  if (decision.do !== 'move') return
  const isShipped = decision.to === 'shipped'
  draft.orders.put({
    ...order,
    status: decision.to,
    shipped_at: isShipped ? draft.now : order.shipped_at,
  })
  // the last of it is sent, though not by a parcel: from here it goes on by itself, as after one
  if (isShipped) draft.later('receive-order', order.order_id, draft.now + RECEIVE_WINDOW_MS)
  if (decision.to === 'refunded' && parcels.length === 0) freeClaim(draft, order)
}

/** The wallet cannot send the money: a person must look. */
export function markRefundFailed(draft: TradeDraft, refundId: RefundId, failure: string): void {
  const refund = draft.refunds.need(refundId)
  const to = decideRefund(refund.status, 'wallet-failed')
  if (to !== null) draft.refunds.put({ ...refund, status: to, failure })
}
