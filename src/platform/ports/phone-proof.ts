import type { ComponentType, PropsWithChildren } from 'react'
import type { Result } from '@/domain/result'

/** `refused`: the person keeps their phone to themselves. `unavailable`: the host could not ask, or told nothing. */
export type NoProof = 'refused' | 'unavailable'
export type TakeProof = (proof: Result<string, NoProof>) => void

export type PhoneTagProps = PropsWithChildren<{
  readonly className: string
  readonly isOff: boolean
  readonly onProof: TakeProof
}>

/**
 * How the person shows our server a phone that the host has verified: by a tag of the host, which asks when it is
 * tapped and no other way; by a call that we make on a tap; or not at all, where nobody vouches for a phone.
 */
export type PhoneProof =
  | { readonly kind: 'tag'; readonly Tag: ComponentType<PhoneTagProps> }
  | { readonly kind: 'call'; ask(): Promise<Result<string, NoProof>> }
  | { readonly kind: 'none' }
