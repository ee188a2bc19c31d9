import { View } from '@tarojs/components'
import { device } from '@/platform'
import { Chips, cx, Field } from '@/ui'
import styles from './offers.module.scss'
import { momentText, parseMoment, QUICK_MOMENTS, type QuickMoment, quickMoment } from './moment'
import { useOfferWords } from './words'

export interface MomentFieldProps {
  readonly label: string
  readonly value: string
  readonly error?: string | undefined
  readonly quick: readonly QuickMoment[]
  /** What lengths count from; empty or unreadable: from now. */
  readonly from?: string
  readonly onChange: (value: string) => void
}

/** A moment that is typed, or tapped where people mean the same again and again: usable on every host. */
export function MomentField({ label, value, error, quick, from = '', onChange }: MomentFieldProps) {
  const words = useOfferWords().moment
  const chips = QUICK_MOMENTS.filter((name) => quick.includes(name)).map((name) => ({
    value: name,
    words: words.quick[name],
  }))
  function choose(name: QuickMoment): void {
    const now = device.now()
    onChange(momentText(quickMoment(name, now, parseMoment(from) ?? now)))
  }
  return (
    <View>
      <Field
        label={label}
        value={value}
        placeholder={words.hint}
        maxLength={20}
        error={error}
        onInput={onChange}
      />
      <View className={cx(styles.quick)}>
        <Chips isLine label={words.quickLabel(label)} chips={chips} chosen={null} onChoose={choose} />
      </View>
    </View>
  )
}
