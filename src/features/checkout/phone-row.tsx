import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useVerifyPhone, type VerifyState } from '@/services/phone'
import { cx, Icon, PhoneButton, useErrorWords } from '@/ui'
import styles from './phone-row.module.scss'
import { useCheckoutWords } from './words'

/** Beside a limit that counts persons: the way to be counted as one. Nothing for those who have gone it before. */
export function PhoneRow({ onVerified }: { readonly onVerified: () => void }) {
  const words = useCheckoutWords()
  const { proof, state, take } = useVerifyPhone(onVerified)
  const [isOld] = useState(state.kind === 'verified')
  const note = useNote(state)
  if (proof === null || isOld) return null
  const isWrong = state.kind === 'refused' || state.kind === 'failed'
  return (
    <View className={cx(styles.row)} aria-live="polite">
      <Text className={cx(styles.note, isWrong && styles.wrong)}>{note}</Text>
      {state.kind === 'verified' ? (
        <Icon name="check" tone="good" />
      ) : (
        <PhoneButton proof={proof} busy={state.kind === 'under-way'} onProof={take}>
          {words.phoneVerify}
        </PhoneButton>
      )}
    </View>
  )
}

function useNote(state: VerifyState): string {
  const words = useCheckoutWords()
  const error = state.kind === 'failed' ? state.error : null
  const { title, hint } = useErrorWords(error?.code ?? 'internal')
  if (state.kind === 'verified') return words.phoneVerified
  if (state.kind === 'refused') return words.phoneRefused
  if (state.kind !== 'failed') return words.phoneNote
  // a proof that is no good is nothing that the person has filled in
  return error === null || error.code === 'invalid-request' ? words.phoneFailed : `${title}，${hint}`
}
