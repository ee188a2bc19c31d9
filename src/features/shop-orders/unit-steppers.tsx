import { Text, View } from '@tarojs/components'
import type { OrderLine } from '@/contracts/orders'
import { cx, Stepper } from '@/ui'
import styles from './form.module.scss'
import type { Quantities } from './units'
import { useShopOrderWords } from './words'

export interface UnitSteppersProps {
  readonly lines: readonly OrderLine[]
  /** Most units that can be meant of a line. */
  readonly leftOf: (line: OrderLine) => number
  readonly quantities: Quantities
  readonly onChange: (quantities: Quantities) => void
}

/** How many of each line are meant; lines of which nothing is left are not asked about. */
export function UnitSteppers({ lines, leftOf, quantities, onChange }: UnitSteppersProps) {
  const words = useShopOrderWords()
  return (
    <View>
      {lines
        .filter((line) => leftOf(line) > 0)
        .map((line) => {
          const name = `${line.productName} ${line.skuName}`.trim()
          const group = { role: 'group', 'aria-label': words.unitsOf(name) }
          return (
            <View key={line.line} className={cx(styles.row)} {...group}>
              <View className={cx(styles.about)}>
                <Text className={cx(styles.name)}>{name}</Text>
                <Text className={cx(styles.hint)}>{words.unitsLeft(leftOf(line))}</Text>
              </View>
              <Stepper
                value={quantities[line.line] ?? 0}
                min={0}
                max={leftOf(line)}
                onChange={(quantity) => onChange({ ...quantities, [line.line]: quantity })}
              />
            </View>
          )
        })}
    </View>
  )
}
