import { ScrollView, Text, View } from '@tarojs/components'
import styles from './chips.module.scss'
import { cx } from './cx'
import { Tappable } from './tappable'

export interface Chip<T extends string> {
  readonly value: T
  readonly words: string
  /** How many wait behind it; nothing is shown for none. */
  readonly count?: number | undefined
}

export interface ChipsProps<T extends string> {
  /** What is chosen between, for whoever does not see it. */
  readonly label: string
  readonly chips: readonly Chip<T>[]
  readonly chosen: T | null
  readonly onChoose: (value: T) => void
  /** One line that is drawn sideways, for more than fits; else they wrap. */
  readonly isLine?: boolean
  /** On a card, where the page's ground sets them off. */
  readonly place?: 'ground' | 'card'
}

/** One of a few, all of them in sight. */
export function Chips<T extends string>(props: ChipsProps<T>) {
  const { label, chips, chosen, onChoose, isLine = false, place = 'card' } = props
  const list = { role: 'listbox', 'aria-label': label }
  const row = (
    <View className={cx(styles.chips, styles[place], isLine && styles.line)} {...list}>
      {chips.map(({ value, words, count = 0 }) => (
        <Tappable
          key={value}
          role="option"
          className={cx(styles.chip, value === chosen && styles.chosen)}
          isSelected={value === chosen}
          onTap={() => onChoose(value)}
        >
          <Text>{words}</Text>
          {count > 0 && <Text className={cx(styles.count)}>{String(count)}</Text>}
        </Tappable>
      ))}
    </View>
  )
  if (!isLine) return row
  return (
    <ScrollView scrollX className={cx(styles.scroll)}>
      {row}
    </ScrollView>
  )
}
