import { createHash } from 'node:crypto'
import { err, ok } from '@/domain/result'
import type { HostIdentity } from '../../ports/host-identity'

/** Long enough that nobody guesses another guest's key. */
const GUEST_KEY = /^[\w-]{32,128}$/

/**
 * A browser has no host that knows the person: the code is a random key that the browser keeps, and its digest is who
 * they are, so that our database alone lets nobody sign in.
 */
export const guestIdentity: HostIdentity = {
  async identify(code) {
    if (!GUEST_KEY.test(code)) return err({ code: 'refused' })
    return ok({ hostUserId: createHash('sha256').update(code).digest('hex') })
  },

  /** Nobody vouches for what a browser says. */
  readPhone: () => Promise.resolve(err({ code: 'refused' })),
}
