import { isId, isOwnedId, merchantOf, type MerchantId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import * as v from 'valibot'
import { host, idOf } from '@/contracts/schemas'
import type { WireError } from '@/contracts/errors'
import type { Context, Viewer, ViewerContext } from './operation'

const sessionClaims = v.object({ user: idOf('user'), host })

/** The viewer named by a session token that we signed. */
export function readSession(
  { signer }: Pick<Context, 'signer'>,
  token: string | undefined,
): Result<Viewer, WireError> {
  if (token === undefined) return err({ code: 'unauthenticated' })
  const verified = signer.verify('session', token)
  if (!verified.ok)
    return err({ code: verified.error.code === 'expired' ? 'session-expired' : 'unauthenticated' })
  const claims = v.safeParse(sessionClaims, verified.value)
  return claims.success
    ? ok({ userId: claims.output.user, host: claims.output.host })
    : err({ code: 'unauthenticated' })
}

/** Refuses whoever is not a member of the one merchant that all ids of the input belong to. */
export async function refuseStrangers(
  { db, viewer }: ViewerContext,
  input: unknown,
): Promise<Result<void, WireError>> {
  const [merchantId, ...others] = merchantsIn(input)
  if (merchantId === undefined || others.length > 0) return err({ code: 'forbidden' })
  const member = await db
    .selectFrom('members')
    .select('role')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', viewer.userId)
    .executeTakeFirst()
  return member ? ok(undefined) : err({ code: 'forbidden' })
}

function merchantsIn(input: unknown): readonly MerchantId[] {
  const values = input !== null && typeof input === 'object' ? Object.values(input) : []
  const merchants = values.flatMap((value: unknown) => {
    if (typeof value !== 'string') return []
    if (isId('merchant', value)) return [value]
    return isOwnedId(value) ? [merchantOf(value)] : []
  })
  return [...new Set(merchants)]
}
