import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Address } from '@/contracts/schemas'
import type { AddressId } from '@/domain/ids'
import { Button, cx, errorWords, Field, Toggle } from '@/ui'
import {
  ADDRESS_FIELDS,
  type AddressDraft,
  type AddressFieldName,
  checkDraft,
  type DraftProblem,
  type DraftProblems,
  draftOf,
  EMPTY_DRAFT,
  MAX_LENGTH,
} from './address-draft'
import styles from './address-form.module.scss'
import type { Addresses } from './use-addresses'
import { useAddressWords } from './words'
import type { Words } from './words/zh-cn'

export interface AddressFormProps {
  readonly save: Addresses['save']
  readonly isSaving: boolean
  readonly saveWords: string
  /** The address to change; null adds one. */
  readonly edited?: Address | null
  /** The first address is the default anyway. */
  readonly isFirst?: boolean
  readonly onSaved: (id: AddressId) => void
}

const INPUT_TYPE = { name: 'text', phone: 'number', region: 'text', detail: 'long' } as const

export function problemWords(words: Words, field: AddressFieldName, problem: DraftProblem | undefined) {
  if (problem === undefined) return undefined
  if (problem === 'empty') return words.empty[field]
  return problem === 'too-long' ? words.tooLong(MAX_LENGTH[field]) : words.notReadable[field]
}

/** Adds or changes an address; what is wrong is said at each field. */
export function AddressForm(props: AddressFormProps) {
  const { save, isSaving, saveWords, edited = null, isFirst = false, onSaved } = props
  const words = useAddressWords()
  const [draft, setDraft] = useState<AddressDraft>(edited === null ? EMPTY_DRAFT : draftOf(edited))
  const [problems, setProblems] = useState<DraftProblems>({})
  const [failure, setFailure] = useState<string | null>(null)

  const set = (field: AddressFieldName) => (value: string) => {
    setDraft({ ...draft, [field]: value })
    setProblems(({ [field]: _solved, ...others }) => others)
  }
  async function submit(): Promise<void> {
    const checked = checkDraft(draft)
    if (!checked.ok) {
      setProblems(checked.error)
      return
    }
    setFailure(null)
    const saved = await save({ ...checked.value, isDefault: checked.value.isDefault || isFirst }, edited?.id)
    if (saved === null) return
    if (saved.ok) onSaved(saved.value.id)
    else setFailure(sentence(saved.error.code))
  }
  return (
    <View className={cx(styles.form)}>
      {ADDRESS_FIELDS.map((field) => (
        <Field
          key={field}
          label={words.fields[field]}
          value={draft[field]}
          placeholder={words.placeholders[field]}
          type={INPUT_TYPE[field]}
          // one more than allowed, so that too long is said and never cut off in silence
          maxLength={field === 'phone' ? 20 : MAX_LENGTH[field] + 1}
          error={problemWords(words, field, problems[field])}
          onInput={set(field)}
        />
      ))}
      {!isFirst && (
        <View className={cx(styles.default)}>
          <Text>{words.makeDefault}</Text>
          <Toggle
            isOn={draft.isDefault}
            label={words.makeDefault}
            onChange={(isDefault) => setDraft({ ...draft, isDefault })}
          />
        </View>
      )}
      {failure !== null && <Text className={cx(styles.failure)}>{failure}</Text>}
      <View className={cx(styles.save)}>
        <Button block size="l" busy={isSaving} onTap={() => void submit()}>
          {saveWords}
        </Button>
      </View>
    </View>
  )
}

const sentence = (code: Parameters<typeof errorWords>[0]): string => {
  const { title, hint } = errorWords(code)
  return `${title}，${hint}`
}
