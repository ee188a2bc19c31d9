import type { Profile } from '@/contracts/session'
import type { Frozen } from '@/contracts/schemas'
import type { UserId } from '@/domain/ids'
import type { Context } from '../_kernel/operation'

/** A person as they see themselves, with the shops they work for. */
export async function loadProfile({ db }: Context, userId: UserId): Promise<Frozen<Profile> | null> {
  const user = await db
    .selectFrom('users')
    .select(['user_id as id', 'host', 'nickname', 'avatar_url as avatarUrl', 'phone_verified_at'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (!user) return null
  const memberOf = await db
    .selectFrom('members')
    .innerJoin('merchants', 'merchants.merchant_id', 'members.merchant_id')
    .select([
      'members.merchant_id as merchantId',
      'merchants.name as merchantName',
      'merchants.logo_url as merchantLogoUrl',
      'members.role',
    ])
    .where('members.user_id', '=', userId)
    .orderBy('members.merchant_id')
    .execute()
  const { phone_verified_at: verifiedAt, ...shown } = user
  return { ...shown, isPhoneVerified: verifiedAt !== null, memberOf }
}
