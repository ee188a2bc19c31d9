import { useVerifyPhone, type VerifyState } from '@/services/phone'
import { Cell, Icon, PhoneButton, useErrorWords } from '@/ui'
import { useMeWords } from './words'

/** Whether a phone says who this person is, and the way there; nothing where no host vouches for one. */
export function PhoneCell() {
  const words = useMeWords()
  const { proof, state, take } = useVerifyPhone()
  const note = useNote(state)
  if (proof === null) return null
  if (state.kind === 'verified')
    return (
      <Cell icon="person" title={words.phoneVerified} note={note} end={<Icon name="check" tone="good" />} />
    )
  const button = (
    <PhoneButton proof={proof} busy={state.kind === 'under-way'} onProof={take}>
      {words.phoneVerify}
    </PhoneButton>
  )
  return <Cell icon="person" title={words.phone} note={note} end={button} />
}

function useNote(state: VerifyState): string {
  const words = useMeWords()
  const error = state.kind === 'failed' ? state.error : null
  const { title, hint } = useErrorWords(error?.code ?? 'internal')
  if (state.kind === 'refused') return words.phoneRefused
  if (state.kind !== 'failed') return words.phoneNote
  // a proof that is no good is nothing that the person has filled in
  return error === null || error.code === 'invalid-request' ? words.phoneFailed : `${title}，${hint}`
}
