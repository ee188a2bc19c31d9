import type { Result } from '@/domain/result'

export interface HostUser {
  /** The person as this host knows them (openid); stable for our app. */
  readonly hostUserId: string
  /** What the host tells of them, if it does. */
  readonly nickname?: string
  readonly avatarUrl?: string
}

/** `refused`: the code is no good. `unreachable`: the host does not answer, or does not like us. */
export interface IdentityTrouble {
  readonly code: 'refused' | 'unreachable'
}

export interface HostIdentity {
  /** Trades the host's one-time code for who the person is; session keys never leave the adapter. */
  identify(code: string): Promise<Result<HostUser, IdentityTrouble>>
  /** The phone that the host verified and the person let us see, with its country: `+8613800138000`. */
  readPhone(code: string): Promise<Result<{ readonly phone: string }, IdentityTrouble>>
}
