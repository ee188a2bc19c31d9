import type { Selectable } from 'kysely'
import * as v from 'valibot'
import { type Difference, difference } from '@/contracts/merchant/payments'
import type { MerchantId } from '@/domain/ids'
import type { Repair } from '@/domain/reconcile'
import type { Result } from '@/domain/result'
import type { BillDifferences } from '../_kernel/database/trade-tables'
import type { Context } from '../_kernel/operation'
import { inTransaction } from '../_kernel/transaction'

export type DifferenceRow = Selectable<BillDifferences>

/** How a difference stops being open: the note is what repaired it, or what a person says. */
type Closing =
  { readonly status: 'repaired'; readonly note: Repair } | { readonly status: 'noted'; readonly note: string }

/** What became of a repair; null: the wallet's word does not explain it, a person must look. */
export type Repaired = Result<Repair | null, { readonly code: 'payment-unknown' }>

interface Named {
  readonly merchantId: MerchantId
  readonly differenceId: string
}

const selectDifference = ({ db }: Context, { merchantId, differenceId }: Named) =>
  db
    .selectFrom('bill_differences')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('difference_id', '=', differenceId)

/** None also when it is another shop's. */
export const findDifference = (context: Context, named: Named): Promise<DifferenceRow | undefined> =>
  selectDifference(context, named).executeTakeFirst()

/** One that is known to be there, as it is now. */
export const readDifference = async (context: Context, named: Named): Promise<Difference> =>
  presentDifference(await selectDifference(context, named).executeTakeFirstOrThrow())

export const presentDifference = (row: DifferenceRow): Difference =>
  v.parse(difference, {
    id: row.difference_id,
    day: row.day,
    wallet: row.wallet,
    kind: row.kind,
    number: row.number,
    orderId: row.order_id,
    here: row.here_fen,
    there: row.there_fen,
    status: row.status,
    repair: row.status === 'repaired' ? row.note : null,
    note: row.status === 'repaired' ? '' : row.note,
    foundAt: row.found_at,
  })

/** A repaired one stays as it is: whoever comes later comes too late. */
export async function closeDifference(context: Context, row: DifferenceRow, to: Closing): Promise<void> {
  await inTransaction(context, async (inside) => {
    await inside.db
      .updateTable('bill_differences')
      .set(to)
      .where('merchant_id', '=', row.merchant_id)
      .where('difference_id', '=', row.difference_id)
      .where('status', '<>', 'repaired')
      .execute()
    await judgeDay(inside, row)
  })
}

/** A day differs for as long as something of it is open. */
export async function judgeDay(
  { db }: Context,
  { merchant_id, wallet, day }: Pick<DifferenceRow, 'merchant_id' | 'wallet' | 'day'>,
): Promise<void> {
  const open = await db
    .selectFrom('bill_differences')
    .select('difference_id')
    .where('merchant_id', '=', merchant_id)
    .where('wallet', '=', wallet)
    .where('day', '=', day)
    .where('status', '=', 'open')
    .limit(1)
    .execute()
  await db
    .updateTable('bill_days')
    .set({ status: open.length > 0 ? 'differs' : 'agrees' })
    .where('merchant_id', '=', merchant_id)
    .where('wallet', '=', wallet)
    .where('day', '=', day)
    .execute()
}
