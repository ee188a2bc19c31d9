import { Text, View } from '@tarojs/components'
import type { ShopOrder } from '@/contracts/orders'
import { unreachable } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import { cx, useWhenText } from '@/ui'
import { ORDER_TONES } from './order-tones'
import styles from './shop-order-view.module.scss'
import { useShopOrderWords } from './words'

export interface OrderBandProps {
  readonly order: ShopOrder
  readonly serverTime: EpochMs
}

/** Where the order stands, and what comes next by itself. */
export function OrderBand({ order, serverTime }: OrderBandProps) {
  const words = useShopOrderWords()
  const hint = useHint(order, serverTime)
  return (
    <View className={cx(styles.band, styles[ORDER_TONES[order.status]])}>
      <Text className={cx(styles.bandTitle)}>{words.status[order.status]}</Text>
      {hint !== '' && <Text className={cx(styles.bandHint)}>{hint}</Text>}
    </View>
  )
}

function useHint(order: ShopOrder, serverTime: EpochMs): string {
  const words = useShopOrderWords()
  const when = useWhenText()
  const { statusHint } = words
  const told = (at: EpochMs | null, hint: (time: string) => string): string =>
    at === null ? '' : hint(when(at, serverTime))
  switch (order.status) {
    case 'awaiting-payment':
      return told(order.expiresAt, statusHint['awaiting-payment'])
    case 'paid':
      return told(order.paidAt, statusHint.paid)
    case 'shipped':
      return told(order.receivedBy, statusHint.shipped)
    case 'received':
      return told(order.receivedAt, statusHint.received)
    case 'part-shipped':
    case 'done':
    case 'refunded':
      return statusHint[order.status]
    case 'closed':
      return order.closedBecause === null ? '' : words.closed[order.closedBecause]
    default:
      return unreachable(order.status)
  }
}
