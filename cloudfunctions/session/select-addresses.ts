import type { UserId } from '@/domain/ids'
import type { Context } from '../_kernel/operation'

export const selectAddresses = (db: Context['db'], userId: UserId) =>
  db
    .selectFrom('addresses')
    .select(['address_id as id', 'name', 'phone', 'region', 'detail', 'is_default as isDefault'])
    .where('user_id', '=', userId)
