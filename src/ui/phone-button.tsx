import type { PropsWithChildren } from 'react'
import type { Result } from '@/domain/result'
import type { NoProof, PhoneProof } from '@/platform/ports/phone-proof'
import { Button } from './button'

type Proof = Result<string, NoProof>

export interface PhoneButtonProps {
  readonly proof: Exclude<PhoneProof, { readonly kind: 'none' }>
  readonly busy: boolean
  readonly onProof: (proof: Proof | Promise<Proof>) => void
}

/** Asks the person for their phone, in the one way that the host allows. */
export function PhoneButton({ proof, busy, onProof, children }: PropsWithChildren<PhoneButtonProps>) {
  const look = { kind: 'secondary', size: 's', busy } as const
  if (proof.kind === 'call')
    return (
      <Button {...look} onTap={() => onProof(proof.ask())}>
        {children}
      </Button>
    )
  return (
    <Button {...look} drawnBy={(face) => <proof.Tag {...face} onProof={onProof} />}>
      {children}
    </Button>
  )
}
