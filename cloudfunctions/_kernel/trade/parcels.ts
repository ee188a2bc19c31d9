import type { WireError } from '@/contracts/errors'
import { findCarrier } from '@/domain/carriers'
import type { OrderId, ParcelId } from '@/domain/ids'
import { AFTER_SALES_WINDOW_MS, canShip, decideOrder, RECEIVE_WINDOW_MS } from '@/domain/order'
import { err, ok, type Result } from '@/domain/result'
import type { Intent } from '../ports/intent'
import type { TradeDraft, WholeOrder } from './trade-draft'

interface Units {
  readonly line: number
  readonly quantity: number
}
interface Tracking {
  readonly carrierCode: string
  readonly trackingNumber: string
}

/** Units of each line that wait to be sent: neither in a parcel nor given back before they were sent. */
export const leftToShip = ({ lines, parcels, refunds }: WholeOrder): readonly Units[] =>
  lines.map(({ line, quantity }) => {
    const sent = parcels.flatMap((parcel) => parcel.lines).filter((part) => part.line === line)
    const back = refunds.flatMap((refund) => refund.lines).filter((part) => part.line === line)
    return {
      line,
      quantity:
        quantity -
        sent.reduce((sum, part) => sum + part.quantity, 0) -
        back.reduce((sum, part) => sum + part.restocked, 0),
    }
  })

export interface ShippingWish extends Tracking {
  readonly orderId: OrderId
  /** Undefined: everything that is left. */
  readonly units?: readonly Units[] | undefined
  /** Null when a sheet of many is shipped, whose key covers them all. */
  readonly intent: Intent | null
}

/** Puts units into a parcel. The same tracking number of the same order is the same parcel, told again. */
export function ship(draft: TradeDraft, wish: ShippingWish): Result<ParcelId, WireError> {
  const earlier = wish.intent ? draft.earlier(wish.intent) : ok(null)
  if (!earlier.ok) return earlier
  if (earlier.value !== null) return ok(earlier.value as ParcelId)
  if (!findCarrier(wish.carrierCode)) return err({ code: 'carrier-unknown', field: 'carrierCode' })
  const whole = draft.whole(wish.orderId)
  if (!whole) return err({ code: 'order-not-found' })
  const same = whole.parcels.find(({ tracking_number: number }) => number === wish.trackingNumber)
  if (same) return ok(same.parcel_id)

  const left = leftToShip(whole)
  const units = (wish.units ?? left).filter(({ quantity }) => quantity > 0)
  const after = left.map(({ line, quantity }) => ({
    line,
    quantity:
      quantity - units.filter((part) => part.line === line).reduce((sum, part) => sum + part.quantity, 0),
  }))
  const isComplete = after.every(({ quantity }) => quantity === 0)
  const decision = decideOrder(whole.order.status, isComplete ? 'all-shipped' : 'part-shipped')
  if (decision.do === 'reject') return err({ code: decision.code })
  const isKnown = units.every((part) => left.some(({ line }) => line === part.line))
  if (decision.do !== 'move' || units.length === 0 || !isKnown || after.some(({ quantity }) => quantity < 0))
    return err({ code: 'ship-too-much', field: 'units' })

  const { order } = whole
  draft.orders.put({ ...order, status: decision.to, shipped_at: isComplete ? draft.now : order.shipped_at })
  const parcelId = writeParcel(draft, whole, { wish, units })
  if (isComplete) draft.later('receive-order', order.order_id, draft.now + RECEIVE_WINDOW_MS)
  return ok(parcelId)
}

function writeParcel(
  draft: TradeDraft,
  { order }: WholeOrder,
  { wish, units }: { readonly wish: ShippingWish; readonly units: readonly Units[] },
): ParcelId {
  const parcelId = draft.ids.make('parcel', order.merchant_id)
  draft.parcels.put({
    merchant_id: order.merchant_id,
    parcel_id: parcelId,
    order_id: order.order_id,
    carrier_code: findCarrier(wish.carrierCode)?.code ?? wish.carrierCode,
    tracking_number: wish.trackingNumber,
    lines: units,
    shipped_at: draft.now,
    is_corrected: false,
    reported_at: null,
  })
  draft.later('report-parcel', parcelId, draft.now)
  if (wish.intent) draft.keep(wish.intent, parcelId, order.merchant_id)
  return parcelId
}

/** The order is paid and has units that wait to be sent. */
export function hasToShip(draft: TradeDraft, orderId: OrderId): boolean {
  const whole = draft.whole(orderId)
  return (
    whole !== null && canShip(whole.order.status) && leftToShip(whole).some(({ quantity }) => quantity > 0)
  )
}

/** For orders that were found to have units to send: anything else is a defect, and nothing is committed. */
export function shipForSure(draft: TradeDraft, wish: ShippingWish): void {
  const shipped = ship(draft, wish)
  if (!shipped.ok) throw new Error(`${wish.orderId} cannot be shipped: ${shipped.error.code}`)
}

/** Sets a wrong number right, once: the wallets' platforms take one correction. */
export function correctParcel(
  draft: TradeDraft,
  parcelId: ParcelId,
  { carrierCode, trackingNumber }: Tracking,
): Result<OrderId, WireError> {
  const parcel = draft.parcels.get(parcelId)
  if (!parcel) return err({ code: 'parcel-not-found' })
  const carrier = findCarrier(carrierCode)
  if (!carrier) return err({ code: 'carrier-unknown', field: 'carrierCode' })
  if (parcel.carrier_code === carrier.code && parcel.tracking_number === trackingNumber)
    return ok(parcel.order_id)
  if (parcel.is_corrected) return err({ code: 'parcel-corrected' })
  const others = draft.whole(parcel.order_id)?.parcels ?? []
  if (others.some((other) => other.parcel_id !== parcelId && other.tracking_number === trackingNumber))
    return err({ code: 'invalid-request', field: 'trackingNumber' })
  draft.parcels.put({
    ...parcel,
    carrier_code: carrier.code,
    tracking_number: trackingNumber,
    is_corrected: true,
    reported_at: null,
  })
  draft.later('report-parcel', parcelId, draft.now)
  return ok(parcel.order_id)
}

/** The goods arrived, by the buyer's word or because nothing was said for so long. */
export function receive(
  draft: TradeDraft,
  orderId: OrderId,
  event: 'received-by-buyer' | 'receive-window-ended',
): Result<void, WireError> {
  const order = draft.orders.get(orderId)
  if (!order) return err({ code: 'order-not-found' })
  const decision = decideOrder(order.status, event)
  if (decision.do === 'reject') return err({ code: decision.code })
  if (decision.do !== 'move') return ok(undefined)
  draft.orders.put({ ...order, status: decision.to, received_at: draft.now })
  draft.later('end-after-sales', orderId, draft.now + AFTER_SALES_WINDOW_MS)
  return ok(undefined)
}

/** A refund of it is being decided or sent. */
const isHeldUp = ({ refunds }: WholeOrder): boolean =>
  refunds.some(({ status }) => ['requested', 'refunding', 'failed'].includes(status))

/** The order is done, unless a refund holds it up: whoever ends that refund leaves this work again. */
export function endAfterSales(draft: TradeDraft, orderId: OrderId): void {
  const whole = draft.whole(orderId)
  if (!whole || isHeldUp(whole)) return
  const decision = decideOrder(whole.order.status, 'after-sales-window-ended')
  if (decision.do === 'move') draft.orders.put({ ...whole.order, status: decision.to, done_at: draft.now })
}

/** A refund was answered or sent: when it was the last that held the order up, it ends in time, or now. */
export function resumeAfterSales(draft: TradeDraft, orderId: OrderId): void {
  const whole = draft.whole(orderId)
  if (!whole || isHeldUp(whole)) return
  const { status, received_at: receivedAt } = whole.order
  if (status === 'received' && receivedAt !== null)
    draft.later('end-after-sales', orderId, Math.max(draft.now, receivedAt + AFTER_SALES_WINDOW_MS))
}
