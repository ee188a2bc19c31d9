import { isId, merchantOf, type OrderId } from '@/domain/ids'
import type { Context } from '../_kernel/operation'
import type { ReportedParcel, ShippingReport } from '../_kernel/ports/shipping-reports'
import { findCarrier } from '@/domain/carriers'
import { leftToShip } from '../_kernel/trade/parcels'
import type { WholeOrder } from '../_kernel/trade/trade-draft'

const ATTEMPTS_MATTER: ReadonlySet<string> = new Set(['paid', 'part-shipped', 'shipped', 'received', 'done'])

/**
 * Tells the wallet's platform where the goods are: every parcel of the order so far, so that a report that was lost is
 * made good by the next. A refusal is told to the log and not repeated for ever: a person must look.
 */
export async function reportParcel(context: Context, subject: string): Promise<'done' | 'again'> {
  if (!isId('parcel', subject)) throw new Error(`Not a parcel: ${subject}`)
  const [orderId] = await context.trade.store.ordersOf([subject])
  const report = orderId && (await describe(context, orderId, subject))
  if (!report) return 'done'
  const { wallet, ...told } = report
  const reported = await context.shippingReports[wallet].report(told)
  if (!reported.ok) {
    if (reported.error.code === 'unknown') return 'again'
    context.log.alarm('shipping-report-refused', { parcelId: subject, reason: reported.error.reason })
    return 'done'
  }
  await context.trade.store.transact({ merchantId: merchantOf(orderId), orders: [orderId] }, (draft) => {
    const parcel = draft.parcels.get(subject)
    const isSame = parcel?.tracking_number === told.parcels.find(({ id }) => id === subject)?.trackingNumber
    if (parcel && isSame) draft.parcels.put({ ...parcel, reported_at: draft.now })
  })
  return 'done'
}

type Report = Omit<ShippingReport, 'parcels'> & {
  readonly wallet: 'wechat-pay' | 'alipay'
  readonly parcels: readonly (ReportedParcel & { readonly id: string })[]
}

async function describe(context: Context, orderId: OrderId, parcelId: string): Promise<Report | null> {
  const whole = await context.trade.store.look(
    { merchantId: merchantOf(orderId), orders: [orderId] },
    (draft) => draft.whole(orderId),
  )
  const payment = whole?.payments.find(({ payment_id: id }) => id === whole.order.payment_id)
  if (!whole || !payment?.transaction_id || !ATTEMPTS_MATTER.has(whole.order.status)) return null
  const buyer = await context.db
    .selectFrom('users')
    .select('host_user_id')
    .where('user_id', '=', whole.order.buyer_id)
    .executeTakeFirstOrThrow()
  return {
    wallet: payment.wallet,
    orderId,
    paymentId: payment.payment_id,
    transactionId: payment.transaction_id,
    payer: { hostUserId: buyer.host_user_id },
    description: whole.lines.map((line) => line.product_name).join('、'),
    isComplete: leftToShip(whole).every(({ quantity }) => quantity === 0),
    isCorrection: whole.parcels.some((row) => row.parcel_id === parcelId && row.is_corrected),
    parcels: whole.parcels.map((row) => reportOf(whole, row)),
    at: context.clock.now(),
    orderedAt: whole.order.created_at,
  }
}

const reportOf = ({ order, lines }: WholeOrder, row: WholeOrder['parcels'][number]) => ({
  id: row.parcel_id,
  carrierCode: row.carrier_code,
  carrierName: findCarrier(row.carrier_code)?.name ?? row.carrier_code,
  trackingNumber: row.tracking_number,
  description: row.lines
    .flatMap((part) =>
      lines
        .filter(({ line }) => line === part.line)
        .map(({ product_name: name }) => `${name}×${part.quantity}`),
    )
    .join('、'),
  receiverPhone: order.deliver_to.phone,
})
