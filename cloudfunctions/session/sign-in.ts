import type { contracts } from '@/contracts'
import type { Host } from '@/contracts/schemas'
import type { UserId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { DAY } from '@/domain/time'
import type { Context, Implementation } from '../_kernel/operation'
import type { HostUser } from '../_kernel/ports/host-identity'
import { loadProfile } from './load-profile'

/** Short, because a token cannot be called back; the client signs in again without asking anybody. */
const SESSION_MS = DAY

/** The hosts no longer tell names: people are told apart by what nobody else has, the end of their number. */
const GUEST_NAME: Readonly<Record<Host, string>> = { weapp: '微信用户', alipay: '支付宝用户', h5: '访客' }

export const signIn: Implementation<typeof contracts.session>['sign-in'] = async (
  context,
  { host, code },
) => {
  const { clock, identities, signer } = context
  const identified = await identities[host].identify(code)
  if (!identified.ok) return err({ code: identified.error.code === 'refused' ? 'sign-in-failed' : 'busy' })
  const userId = await findOrAdd(context, host, identified.value)
  const profile = await loadProfile(context, userId)
  if (!profile) throw new Error(`User ${userId} was written and cannot be read`)
  const expiresAt = clock.now() + SESSION_MS
  return ok({ token: signer.sign('session', { user: userId, host }, expiresAt), expiresAt, profile })
}

/** One statement, so that two first sign-ins of one person make one user. What the host tells replaces what it told. */
async function findOrAdd({ db, clock, ids }: Context, host: Host, known: HostUser): Promise<UserId> {
  const { hostUserId, nickname, avatarUrl } = known
  const userId = ids.make('user')
  const told = {
    ...(nickname !== undefined && { nickname }),
    ...(avatarUrl !== undefined && { avatar_url: avatarUrl }),
  }
  const user = await db
    .insertInto('users')
    .values({
      user_id: userId,
      host,
      host_user_id: hostUserId,
      nickname: nickname ?? `${GUEST_NAME[host]} ${userId.slice(-4)}`,
      avatar_url: avatarUrl ?? '',
      created_at: clock.now(),
      // somebody of their own, until a verified phone tells that they are somebody we know
      person_id: ids.make('person'),
    })
    .onConflict((conflict) =>
      conflict.columns(['host', 'host_user_id']).doUpdateSet({ host_user_id: hostUserId, ...told }),
    )
    .returning('user_id')
    .executeTakeFirstOrThrow()
  return user.user_id
}
