import { Text, View } from '@tarojs/components'
import { CARRIERS } from '@/domain/carriers'
import { Chips, cx, Field, ProblemText } from '@/ui'
import styles from './form.module.scss'
import type { TrackingDraft, TrackingProblems } from './tracking'
import { useShopOrderWords } from './words'

export interface TrackingFieldsProps {
  readonly draft: TrackingDraft
  readonly problems: TrackingProblems
  readonly onChange: (draft: TrackingDraft) => void
}

const CHIPS = CARRIERS.map(({ code, name }) => ({ value: code, words: name }))

export function TrackingFields({ draft, problems, onChange }: TrackingFieldsProps) {
  const words = useShopOrderWords()
  const wrongNumber = { missing: words.numberMissing, wrong: words.numberWrong }
  return (
    <View>
      <Text className={cx(styles.label)}>{words.carrier}</Text>
      <Chips
        label={words.carrier}
        chips={CHIPS}
        chosen={CHIPS.find(({ value }) => value === draft.carrierCode)?.value ?? null}
        onChoose={(carrierCode) => onChange({ ...draft, carrierCode })}
      />
      {problems.carrier !== undefined && <ProblemText text={words.carrierMissing} />}
      <Field
        label={words.trackingNumber}
        value={draft.trackingNumber}
        placeholder={words.trackingHint}
        maxLength={60}
        error={problems.number === undefined ? undefined : wrongNumber[problems.number]}
        onInput={(trackingNumber) => onChange({ ...draft, trackingNumber })}
      />
    </View>
  )
}
