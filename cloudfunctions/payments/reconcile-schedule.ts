import { type BillDay, billDayOf, endOfBillDay, parseBillDay } from '@/domain/bill'
import type { Wallet } from '@/contracts/schemas'
import type { MerchantId } from '@/domain/ids'
import { DAY, HOUR } from '@/domain/time'
import type { Context } from '../_kernel/operation'

/** Both wallets have yesterday's bill written by ten in the morning, Beijing time. */
const READY_AFTER_MS = 10 * HOUR
/** A deployment that stood still catches up with a week. */
const CATCH_UP_DAYS = 7
const DAY_CHARS = '2026-05-01'.length
const WALLETS: readonly Wallet[] = ['wechat-pay', 'alipay']

/** One bill: a wallet's day, of all shops of the deployment. */
export interface BillOf {
  readonly wallet: Wallet
  readonly day: BillDay
}

export const subjectOf = ({ day, wallet }: BillOf): string => `${day} ${wallet}`

export function readSubject(subject: string): BillOf {
  const day = parseBillDay(subject.slice(0, DAY_CHARS))
  const wallet = WALLETS.find((one) => one === subject.slice(DAY_CHARS + 1))
  if (!day.ok || wallet === undefined) throw new Error(`Not a bill: ${subject}`)
  return { day: day.value, wallet }
}

/**
 * Leaves one job for every bill that is due. A bill is one file for all shops, so its job is no shop's: it lies on the
 * shard of the oldest one, where every process finds the same row, and a bill that was reconciled is not due again.
 */
export async function scheduleBills(context: Context): Promise<void> {
  const { db, ids, clock } = context
  const first = await db
    .selectFrom('merchants')
    .select(['merchant_id', 'created_at'])
    .orderBy('created_at')
    .orderBy('merchant_id')
    .limit(1)
    .executeTakeFirst()
  if (!first) return
  const due = billsDue(clock.now(), first.created_at).map(subjectOf)
  const missing = due.length === 0 ? [] : await notLeft(context, first.merchant_id, due)
  if (missing.length === 0) return
  const job = { merchant_id: first.merchant_id, kind: 'reconcile-day', due_at: clock.now() } as const
  await db
    .insertInto('jobs')
    .values(missing.map((subject) => ({ ...job, job_id: ids.make('job', first.merchant_id), subject })))
    .onConflict((conflict) => conflict.columns(['merchant_id', 'kind', 'subject']).doNothing())
    .execute()
}

function billsDue(now: number, since: number): readonly BillOf[] {
  const days = Array.from({ length: CATCH_UP_DAYS }, (_, back) => billDayOf(now - (back + 1) * DAY))
  return days
    .filter((day) => endOfBillDay(day) > since && now >= endOfBillDay(day) + READY_AFTER_MS)
    .flatMap((day) => WALLETS.map((wallet) => ({ day, wallet })))
}

async function notLeft(
  { db }: Context,
  merchantId: MerchantId,
  subjects: readonly string[],
): Promise<readonly string[]> {
  const left = await db
    .selectFrom('jobs')
    .select('subject')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', 'reconcile-day')
    .where('subject', 'in', subjects)
    .execute()
  const known = new Set(left.map(({ subject }) => subject))
  return subjects.filter((subject) => !known.has(subject))
}
