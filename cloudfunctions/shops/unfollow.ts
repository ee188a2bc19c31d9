import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'

export const unfollow: Implementation<typeof contracts.shops>['unfollow'] = async (
  { db, viewer },
  { merchantId },
) => {
  const counted = await db
    .with('removed', (query) =>
      query
        .deleteFrom('follows')
        .where('merchant_id', '=', merchantId)
        .where('user_id', '=', viewer.userId)
        .returning('user_id'),
    )
    .updateTable('merchants')
    .set((row) => ({
      fans: row(
        'merchants.fans',
        '-',
        row.selectFrom('removed').select((rows) => rows.fn.countAll<number>().as('one')),
      ),
    }))
    .where('merchants.merchant_id', '=', merchantId)
    .returning('merchants.fans')
    .executeTakeFirst()
  return counted ? ok(counted) : err({ code: 'shop-not-found' })
}
