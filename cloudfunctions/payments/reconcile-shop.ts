import { createHash } from 'node:crypto'
import type { BillRow } from '@/domain/bill'
import type { MerchantId } from '@/domain/ids'
import { type Fen, toFen } from '@/domain/money'
import { type Difference, dueBetween, earlierDays, isExplained, reconcile } from '@/domain/reconcile'
import type { Context } from '../_kernel/operation'
import { inTransaction } from '../_kernel/transaction'
import type { Bills } from './reconcile-bills'
import { loadLedger, type OwnedEntry } from './reconcile-ledger'
import { closeDifference, type DifferenceRow, judgeDay } from './reconcile-rows'
import type { BillOf } from './reconcile-schedule'

interface ShopsBill extends BillOf {
  readonly merchantId: MerchantId
  /** The shop's rows of it. */
  readonly bill: readonly BillRow[]
  readonly bills: Bills
}
interface Found {
  readonly differences: readonly Difference[]
  /** Open ones that are none any more. */
  readonly explained: readonly DifferenceRow[]
}

/**
 * One shop's part of a bill against its ledger. False: an earlier bill is needed and not to be had now. What is booked
 * here while this runs may be told as missing; the next bill, or a person's asking, finds that it is not.
 */
export async function reconcileShop(context: Context, shop: ShopsBill): Promise<boolean> {
  const open = await loadOpen(context, shop)
  const ours = await loadLedger(context, {
    ...shop,
    ...dueBetween(shop.day),
    numbers: [...shop.bill.flatMap(numbersOf), ...open.map(({ number }) => number)],
  })
  const earlier = await readEarlier(shop, ours)
  if (earlier === null) return false
  const found = {
    differences: reconcile({ day: shop.day, ours, bill: shop.bill, earlier }),
    explained: open.filter((row) => isOver(row, ours, [...shop.bill, ...earlier])),
  }
  await inTransaction(context, (inside) => write(inside, shop, { ...found, ours }))
  return true
}

const numbersOf = (row: BillRow): readonly string[] =>
  row.kind === 'payment' ? [row.paymentId] : [row.paymentId, row.refundId]

async function readEarlier(
  { day, bill, bills, merchantId }: ShopsBill,
  ours: readonly OwnedEntry[],
): Promise<readonly BillRow[] | null> {
  const rows: BillRow[] = []
  for (const before of earlierDays({ day, ours, bill })) {
    const one = await bills(before)
    if (one === null) return null
    rows.push(...(one.shops.get(merchantId) ?? []))
  }
  return rows
}

const loadOpen = (
  { db }: Context,
  { merchantId, wallet }: Pick<ShopsBill, 'merchantId' | 'wallet'>,
): Promise<readonly DifferenceRow[]> =>
  db
    .selectFrom('bill_differences')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('wallet', '=', wallet)
    .where('status', '=', 'open')
    .execute()

function isOver(row: DifferenceRow, ours: readonly OwnedEntry[], bills: readonly BillRow[]): boolean {
  const { kind, number, here_fen: here, there_fen: there } = row
  const entry = ours.find((one) => one.number === number && kind.startsWith(one.kind))
  return isExplained({ kind, number, here, there }, entry, bills)
}

async function write(
  context: Context,
  { merchantId, day, wallet, bill }: ShopsBill,
  { differences, explained, ours }: Found & { readonly ours: readonly OwnedEntry[] },
): Promise<void> {
  const { db, clock, log } = context
  const bound = { merchant_id: merchantId, wallet, day }
  const { numUpdatedRows: isMine } = await db
    .updateTable('bill_days')
    .set({ payments_fen: sum(bill, 'payment'), refunds_fen: sum(bill, 'refund'), checked_at: clock.now() })
    .where('merchant_id', '=', merchantId)
    .where('wallet', '=', wallet)
    .where('day', '=', day)
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow()
  // somebody else has done it meanwhile
  if (isMine === 0n) return
  const orders = new Map(ours.map(({ paymentId, orderId }) => [paymentId, orderId]))
  for (const { kind, number, paymentId, here, there } of differences) {
    const found = { ...bound, kind, number, here_fen: here, there_fen: there, found_at: clock.now() }
    const state = { order_id: orders.get(paymentId) ?? null, status: 'open', note: '' } as const
    await db
      .insertInto('bill_differences')
      .values({ ...found, ...state, difference_id: differenceIdOf(day, wallet, kind, number) })
      .onConflict((conflict) => conflict.columns(['merchant_id', 'difference_id']).doNothing())
      .execute()
  }
  for (const row of explained) await closeDifference(context, row, { status: 'repaired', note: 'by-itself' })
  await judgeDay(context, bound)
  if (differences.length > 0) log.warn('bill-differs', { ...bound, differences: differences.length })
}

const sum = (bill: readonly BillRow[], kind: BillRow['kind']): Fen =>
  toFen(bill.filter((row) => row.kind === kind).reduce((all, { amount }) => all + amount, 0))

/** The same difference of a day has the same id, so finding it twice is finding it once. */
const differenceIdOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32)
