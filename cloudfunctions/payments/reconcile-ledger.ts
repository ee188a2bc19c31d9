import type { Wallet } from '@/contracts/schemas'
import type { MerchantId, OrderId, PaymentId, RefundId } from '@/domain/ids'
import type { LedgerEntry } from '@/domain/reconcile'
import type { EpochMs } from '@/domain/time'
import type { Context } from '../_kernel/operation'

interface Wanted {
  readonly merchantId: MerchantId
  readonly wallet: Wallet
  /** Whatever was booked then … */
  readonly from: EpochMs
  readonly until: EpochMs
  /** … and these payments and refunds, booked or not. */
  readonly numbers: readonly string[]
}
export interface OwnedEntry extends LedgerEntry {
  readonly orderId: OrderId
}

/** What one shop has in its ledger of one wallet's money. */
export async function loadLedger(context: Context, wanted: Wanted): Promise<readonly OwnedEntry[]> {
  return [...(await loadPayments(context, wanted)), ...(await loadRefunds(context, wanted))]
}

async function loadPayments(
  { db }: Context,
  { merchantId, wallet, from, until, numbers }: Wanted,
): Promise<readonly OwnedEntry[]> {
  const rows = await db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('wallet', '=', wallet)
    .where((eb) =>
      eb.or([
        eb.and([eb('paid_at', '>=', from), eb('paid_at', '<', until)]),
        eb('payment_id', '=', eb.fn.any(eb.val(numbers as PaymentId[]))),
      ]),
    )
    .execute()
  return rows.map((row) => ({
    kind: 'payment',
    number: row.payment_id,
    paymentId: row.payment_id,
    orderId: row.order_id,
    amount: row.amount_fen,
    askedAt: row.created_at,
    bookedAt: row.status === 'paid' ? row.paid_at : null,
  }))
}

async function loadRefunds(
  { db }: Context,
  { merchantId, wallet, from, until, numbers }: Wanted,
): Promise<readonly OwnedEntry[]> {
  const rows = await db
    .selectFrom('refunds')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('wallet', '=', wallet)
    .where((eb) =>
      eb.or([
        eb.and([eb('done_at', '>=', from), eb('done_at', '<', until)]),
        eb('refund_id', '=', eb.fn.any(eb.val(numbers as RefundId[]))),
      ]),
    )
    .execute()
  return rows.map((row) => ({
    kind: 'refund',
    number: row.refund_id,
    paymentId: row.payment_id,
    orderId: row.order_id,
    amount: row.amount_fen,
    askedAt: row.answered_at ?? row.created_at,
    bookedAt: row.status === 'refunded' ? row.done_at : null,
  }))
}
