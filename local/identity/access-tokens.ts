import { type EpochMs, HOUR, MINUTE, SECOND } from '@/domain/time'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import { randomHex, type RandomBytes } from '../wallets/random'

const LIFE_MS = 2 * HOUR
/** So long before its end a token is followed by the next, and both are good. */
const OVERLAP_MS = 5 * MINUTE

/** The tokens under which an app calls WeChat's server API. */
export interface AccessTokens {
  /** The token of now: the same for everybody who asks while it lasts. */
  issue(): { readonly access_token: string; readonly expires_in: number }
  judge(token: string): 'good' | 'expired' | 'unknown'
  /** From now on nothing that was issued is good. */
  revoke(): void
}

export function createAccessTokens(clock: Clock, random: RandomBytes): AccessTokens {
  const issued = new Map<string, EpochMs>()
  return {
    issue() {
      const now = clock.now()
      const lasting = [...issued].find(([, until]) => until - now > OVERLAP_MS)
      const [token, until] = lasting ?? [`72_${randomHex(random, 128)}`, now + LIFE_MS]
      issued.set(token, until)
      return { access_token: token, expires_in: Math.floor((until - now) / SECOND) }
    },
    judge(token) {
      const until = issued.get(token)
      if (until === undefined) return 'unknown'
      return clock.now() < until ? 'good' : 'expired'
    },
    revoke: () => issued.clear(),
  }
}
