import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { loadProfile } from './load-profile'

/** A session whose person is gone (the database was begun anew) ends like any other: the client signs in again. */
export const me: Implementation<typeof contracts.session>['me'] = async (context) => {
  const profile = await loadProfile(context, context.viewer.userId)
  return profile ? ok(profile) : err({ code: 'unauthenticated' })
}
