import { Text, View } from '@tarojs/components'
import type { ShipRow } from '@/contracts/merchant/orders'
import { cx, Icon } from '@/ui'
import styles from './ship-import-view.module.scss'
import { problemRows } from './use-ship-import'
import { useShopOrderWords } from './words'

/** Nobody reads more at a time, and a phone draws no thousand rows. */
const MOST_SHOWN = 50

/** Row by row as the shop's spreadsheet counts them: those to correct first, then what would be shipped. */
export function ShipRows({ rows }: { readonly rows: readonly ShipRow[] }) {
  const words = useShopOrderWords().csv
  const wrong = problemRows(rows)
  const good = rows.filter(({ problem }) => problem === null)
  return (
    <>
      {wrong.length > 0 && (
        <View className={cx(styles.card)} {...{ role: 'alert' }}>
          <View className={cx(styles.headingRow)}>
            <Icon name="alert" tone="danger" />
            <Text className={cx(styles.heading)}>{words.problems(wrong.length)}</Text>
          </View>
          <Text className={cx(styles.hint)}>{words.problemsHint}</Text>
          <Rows rows={wrong} />
        </View>
      )}
      {good.length > 0 && (
        <View className={cx(styles.card)}>
          <View className={cx(styles.headingRow)}>
            {wrong.length === 0 && <Icon name="check" tone="good" />}
            <Text className={cx(styles.heading)}>{words.ready(good.length)}</Text>
          </View>
          <Rows rows={good} />
        </View>
      )}
    </>
  )
}

function Rows({ rows }: { readonly rows: readonly ShipRow[] }) {
  const words = useShopOrderWords().csv
  const more = rows.length - MOST_SHOWN
  return (
    <>
      {rows.slice(0, MOST_SHOWN).map(({ row, orderId, carrier, trackingNumber, problem }) => (
        <View key={row} className={cx(styles.row)}>
          <Text className={cx(styles.where, problem !== null && styles.wrong)}>{words.row(row)}</Text>
          <View className={cx(styles.what)}>
            {problem !== null && <Text className={cx(styles.wrong)}>{words.problem[problem]}</Text>}
            <Text className={cx(styles.order)}>{orderId}</Text>
            <Text className={cx(styles.hint)}>{`${carrier} ${trackingNumber}`.trim()}</Text>
          </View>
        </View>
      ))}
      {more > 0 && <Text className={cx(styles.hint)}>{words.more(more)}</Text>}
    </>
  )
}
