import type { Result } from '@/domain/result'

export interface HostUser {
  /** The person as this host knows them (openid); stable for our app. */
  readonly hostUserId: string
  /** What the host tells of them, if it does. */
  readonly nickname?: string
  readonly avatarUrl?: string
}

export interface HostIdentity {
  /** Trades the host's one-time code for who the person is; session keys never leave the adapter. */
  identify(code: string): Promise<Result<HostUser, { readonly code: 'refused' | 'unreachable' }>>
}
