import { useCallback, useRef, useState } from 'react'
import type { Result } from '@/domain/result'
import { phoneProof } from '@/platform'
import type { NoProof, PhoneProof } from '@/platform/ports/phone-proof'
import { backend, type CallError, knowProfile, useProfile } from '../backend'

/** `failed` tells why our server did not take the proof; null: the host gave none. */
export type VerifyState =
  | { readonly kind: 'unverified' | 'under-way' | 'refused' | 'verified' }
  | { readonly kind: 'failed'; readonly error: CallError | null }

type Proof = Result<string, NoProof>

export interface PhoneVerification {
  /** Null where there is nothing to verify with. */
  readonly proof: Exclude<PhoneProof, { readonly kind: 'none' }> | null
  readonly state: VerifyState
  /** Takes what the host has told, or will tell. */
  readonly take: (proof: Proof | Promise<Proof>) => void
}

/** The phone by which limits count one person in both super-apps as one. A second tap does nothing. */
export function useVerifyPhone(onVerified?: () => void): PhoneVerification {
  const profile = useProfile()
  const [state, setState] = useState<VerifyState>({ kind: 'unverified' })
  const isBusy = useRef(false)
  const told = useRef(onVerified)
  told.current = onVerified

  const take = useCallback((proof: Proof | Promise<Proof>): void => {
    const work = async (): Promise<void> => {
      isBusy.current = true
      setState({ kind: 'under-way' })
      const outcome = await outcomeOf(await proof)
      isBusy.current = false
      setState(outcome)
      if (outcome.kind === 'verified') told.current?.()
    }
    if (!isBusy.current) void work()
  }, [])
  return {
    proof: phoneProof.kind === 'none' ? null : phoneProof,
    state: profile?.isPhoneVerified === true ? { kind: 'verified' } : state,
    take,
  }
}

async function outcomeOf(proof: Proof): Promise<VerifyState> {
  if (!proof.ok) return proof.error === 'refused' ? { kind: 'refused' } : { kind: 'failed', error: null }
  const answer = await backend.call('session', 'verify-phone', { code: proof.value })
  if (!answer.ok) return { kind: 'failed', error: answer.error }
  knowProfile(answer.value)
  return { kind: 'verified' }
}
