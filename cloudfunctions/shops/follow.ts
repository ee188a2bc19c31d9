import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'

/** One statement: the count of fans grows with the row that makes it true, and with none that was there before. */
export const follow: Implementation<typeof contracts.shops>['follow'] = async (
  { db, viewer, clock },
  { merchantId },
) => {
  const counted = await db
    .with('shop', (query) =>
      query.selectFrom('merchants').select('merchant_id').where('merchant_id', '=', merchantId).forUpdate(),
    )
    .with('added', (query) =>
      query
        .insertInto('follows')
        .columns(['merchant_id', 'user_id', 'followed_at'])
        .expression((from) =>
          from
            .selectFrom('shop')
            .select((row) => [
              'shop.merchant_id',
              row.val(viewer.userId).as('user_id'),
              row.val(clock.now()).as('followed_at'),
            ]),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning('user_id'),
    )
    .updateTable('merchants')
    .set((row) => ({
      fans: row(
        'merchants.fans',
        '+',
        row.selectFrom('added').select((rows) => rows.fn.countAll<number>().as('one')),
      ),
    }))
    .where('merchants.merchant_id', '=', merchantId)
    .returning('merchants.fans')
    .executeTakeFirst()
  return counted ? ok(counted) : err({ code: 'shop-not-found' })
}
