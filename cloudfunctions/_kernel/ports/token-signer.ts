import type { Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'

/** Purposes keep a token made for one thing from being used for another. */
export type TokenPurpose = 'session' | 'sharer'

export interface TokenSigner {
  sign(purpose: TokenPurpose, claims: Readonly<Record<string, string>>, expiresAt: EpochMs): string
  /** A name for something that must not be written down: the same each time, and telling nothing without our secret. */
  pseudonym(text: string): string
  /** The claims of a token that we signed for `purpose` and that has not expired. */
  verify(
    purpose: TokenPurpose,
    token: string,
  ): Result<Readonly<Record<string, string>>, { readonly code: 'forged' | 'expired' }>
}
