import { endOfBillDay } from '@/domain/bill'
import type { MerchantId } from '@/domain/ids'
import { dueBetween } from '@/domain/reconcile'
import { toFen } from '@/domain/money'
import { HOUR } from '@/domain/time'
import type { Context } from '../_kernel/operation'
import { type Bills, billsOf, type SplitBill } from './reconcile-bills'
import { type BillOf, readSubject } from './reconcile-schedule'
import { reconcileShop } from './reconcile-shop'

/** By then even the bill of a day without trades has been told to be none. */
const LATE_AFTER_MS = 36 * HOUR
/** Of how many rows an alarm tells the wallet's own numbers. */
const TOLD_AT_MOST = 20

/**
 * One bill of one wallet against the ledgers of all shops. Each shop is one transaction, and its row of `bill_days`
 * says whether that was done: however often this runs, and wherever it stopped, every shop is done once.
 */
export async function reconcileDay(context: Context, subject: string): Promise<'done' | 'again'> {
  const due = readSubject(subject)
  await openDays(context, due, await shopsWithMoneyMoved(context, due))
  const bills = billsOf(context.wallets[due.wallet])
  const bill = await bills(due.day)
  if (bill === null) {
    tellWhenLate(context, due)
    return 'again'
  }
  const shops = await knownShops(context, [...bill.shops.keys()])
  await openDays(context, due, shops)
  const isDone = await reconcileShops(context, { ...due, bill, bills })
  tellStrays(context, due, { bill, shops })
  return isDone ? 'done' : 'again'
}

/**
 * Shops for whom this bill matters: money that must be on it, and what an earlier one left open. Asked of every shard,
 * knowingly, once a bill.
 */
async function shopsWithMoneyMoved({ db }: Context, { day, wallet }: BillOf): Promise<readonly MerchantId[]> {
  const { from, until } = dueBetween(day)
  const rows = await db
    .selectFrom('payments')
    .select('merchant_id')
    .where('wallet', '=', wallet)
    .where('paid_at', '>=', from)
    .where('paid_at', '<', until)
    .union(
      db
        .selectFrom('refunds')
        .select('merchant_id')
        .where('wallet', '=', wallet)
        .where('done_at', '>=', from)
        .where('done_at', '<', until),
    )
    .union(
      db
        .selectFrom('bill_differences')
        .select('merchant_id')
        .where('wallet', '=', wallet)
        .where('status', '=', 'open'),
    )
    .execute()
  return rows.map((row) => row.merchant_id)
}

async function knownShops({ db }: Context, merchants: readonly MerchantId[]): Promise<readonly MerchantId[]> {
  if (merchants.length === 0) return []
  const rows = await db
    .selectFrom('merchants')
    .select('merchant_id')
    .where('merchant_id', 'in', merchants)
    .execute()
  return rows.map((row) => row.merchant_id)
}

/** From here on the shop sees that its bill is waited for. */
async function openDays(
  { db }: Context,
  { day, wallet }: BillOf,
  merchants: readonly MerchantId[],
): Promise<void> {
  if (merchants.length === 0) return
  const empty = {
    status: 'waiting',
    payments_fen: toFen(0),
    refunds_fen: toFen(0),
    checked_at: null,
  } as const
  await db
    .insertInto('bill_days')
    .values(merchants.map((merchantId) => ({ merchant_id: merchantId, day, wallet, ...empty })))
    .onConflict((conflict) => conflict.columns(['merchant_id', 'day', 'wallet']).doNothing())
    .execute()
}

async function reconcileShops(
  context: Context,
  { bill, ...due }: BillOf & { readonly bill: SplitBill; readonly bills: Bills },
): Promise<boolean> {
  const waiting = await context.db
    .selectFrom('bill_days')
    .select('merchant_id')
    .where('day', '=', due.day)
    .where('wallet', '=', due.wallet)
    .where('status', '=', 'waiting')
    .orderBy('merchant_id')
    .execute()
  let isDone = true
  for (const { merchant_id: merchantId } of waiting) {
    const shop = { ...due, merchantId, bill: bill.shops.get(merchantId) ?? [] }
    if (!(await reconcileShop(context, shop))) isDone = false
  }
  return isDone
}

function tellWhenLate({ clock, log }: Context, { day, wallet }: BillOf): void {
  if (clock.now() >= endOfBillDay(day) + LATE_AFTER_MS) log.alarm('bill-late', { day, wallet })
}

/** Money of nobody here: somebody else takes money under our name, or a shop was lost. Only an operator can tell. */
function tellStrays(
  { log }: Context,
  due: BillOf,
  { bill, shops }: { readonly bill: SplitBill; readonly shops: readonly MerchantId[] },
): void {
  const known = new Set(shops)
  const lost = [...bill.shops].flatMap(([merchantId, rows]) => (known.has(merchantId) ? [] : rows))
  const strays = [...bill.strays, ...lost]
  if (strays.length === 0) return
  const numbers = strays.slice(0, TOLD_AT_MOST).map(({ transactionId }) => transactionId)
  log.alarm('bill-rows-for-nobody', { ...due, rows: strays.length, numbers })
}
