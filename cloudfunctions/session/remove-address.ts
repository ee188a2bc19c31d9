import type { contracts } from '@/contracts'
import type { UserId } from '@/domain/ids'
import { ok } from '@/domain/result'
import type { Context, Implementation } from '../_kernel/operation'
import { inTransaction } from '../_kernel/transaction'

/** Orders keep the address they were placed with. When the default goes, the newest one left takes its place. */
export const removeAddress: Implementation<typeof contracts.session>['remove-address'] = async (
  context,
  { id },
) => {
  await inTransaction(context, async ({ db, viewer }) => {
    const removed = await db
      .deleteFrom('addresses')
      .where('user_id', '=', viewer.userId)
      .where('address_id', '=', id)
      .returning('is_default')
      .executeTakeFirst()
    if (removed?.is_default) await makeNewestDefault(db, viewer.userId)
  })
  return ok({})
}

async function makeNewestDefault(db: Context['db'], userId: UserId): Promise<void> {
  await db
    .updateTable('addresses')
    .set({ is_default: true })
    .where('user_id', '=', userId)
    .where('address_id', '=', (address) =>
      address
        .selectFrom('addresses')
        .select('address_id')
        .where('user_id', '=', userId)
        .orderBy('created_at', 'desc')
        .orderBy('address_id')
        .limit(1),
    )
    .execute()
}
