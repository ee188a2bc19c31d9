import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Chips, cx, Field, Problem } from '@/ui'
import styles from './offers.module.scss'
import { readCount } from './typed'
import type { StockWork } from './use-stock'
import { useOfferWords } from './words'

export interface StockCorrectionProps {
  readonly work: StockWork
  readonly onDone: () => void
}

interface Draft {
  readonly direction: 'in' | 'out'
  readonly units: string
  readonly reason: string
}
const NOTHING: Draft = { direction: 'in', units: '', reason: '' }
const UNITS = { min: 1, max: 1_000_000 }
const MAX_REASON = 60

/** Units that came in or are gone, with the reason that the ledger keeps. */
export function StockCorrection({ work, onDone }: StockCorrectionProps) {
  const words = useOfferWords().stock
  const [draft, setDraft] = useState(NOTHING)
  const [isReasonMissing, setReasonMissing] = useState(false)
  const units = readCount(draft.units, UNITS)
  const reason = draft.reason.trim()
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part })
    setReasonMissing(false)
    work.forgetFailure()
  }
  async function correct(): Promise<void> {
    if (!units.ok) return
    if (reason === '') {
      setReasonMissing(true)
      return
    }
    if (!(await work.correct(draft.direction === 'in' ? units.value : -units.value, reason))) return
    setDraft(NOTHING)
    onDone()
  }
  return (
    <View>
      <Text className={cx(styles.label)}>{words.correct}</Text>
      <Chips
        label={words.direction}
        chips={(['in', 'out'] as const).map((value) => ({ value, words: words.directions[value] }))}
        chosen={draft.direction}
        onChoose={(direction) => change({ direction })}
      />
      <UnitsField value={draft.units} onInput={(typed) => change({ units: typed })} />
      <Field
        label={words.reason}
        value={draft.reason}
        placeholder={words.reasonHint}
        maxLength={MAX_REASON}
        error={isReasonMissing ? words.reasonMissing : undefined}
        onInput={(typed) => change({ reason: typed })}
      />
      <Problem failure={work.failure} />
      <View className={cx(styles.save)}>
        <Button
          kind="secondary"
          block
          busy={work.isCorrecting}
          disabled={!units.ok}
          onTap={() => void correct()}
        >
          {units.ok ? words.submit[draft.direction](units.value) : words.submit.none}
        </Button>
      </View>
    </View>
  )
}

interface UnitsFieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
}

function UnitsField({ value, onInput }: UnitsFieldProps) {
  const { stock: words, count } = useOfferWords()
  const units = readCount(value, UNITS)
  const problems = { wrong: count.wrong, range: count.range(UNITS.min, UNITS.max) }
  return (
    <Field
      type="number"
      label={words.units}
      value={value}
      placeholder="20"
      maxLength={7}
      error={units.ok || value === '' ? undefined : problems[units.error]}
      onInput={onInput}
    />
  )
}
