import type { contracts } from '@/contracts'
import { billDayOf } from '@/domain/bill'
import { ok } from '@/domain/result'
import { DAY } from '@/domain/time'
import type { Implementation } from '../_kernel/operation'
import { presentDifference } from './reconcile-rows'

const SHOWN_DAYS = 31

export const reconciliation: Implementation<(typeof contracts)['payments']>['reconciliation'] = async (
  { db, clock },
  { merchantId },
) => {
  const since = billDayOf(clock.now() - SHOWN_DAYS * DAY)
  const days = await db
    .selectFrom('bill_days')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('day', '>=', since)
    .orderBy('day', 'desc')
    .orderBy('wallet', 'desc')
    .execute()
  const differences = await db
    .selectFrom('bill_differences')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where((eb) => eb.or([eb('day', '>=', since), eb('status', '=', 'open')]))
    .orderBy('day', 'desc')
    .orderBy('found_at', 'desc')
    .orderBy('difference_id')
    .execute()
  return ok({
    days: days.map((row) => ({
      day: row.day,
      wallet: row.wallet,
      status: row.status,
      payments: row.payments_fen,
      refunds: row.refunds_fen,
      checkedAt: row.checked_at,
    })),
    differences: differences.map(presentDifference),
    serverTime: clock.now(),
  })
}
