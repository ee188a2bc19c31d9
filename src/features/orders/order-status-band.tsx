import { Text, View } from '@tarojs/components'
import type { Order } from '@/contracts/orders'
import type { PaymentState } from '@/services/payment'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { type Copy, cx, Icon, type IconName, useCopy } from '@/ui'
import styles from './order-status-band.module.scss'

interface BandProps {
  readonly order: Order
  readonly serverAheadMs: number
  readonly payment: PaymentState
}

interface Band {
  readonly icon: IconName
  readonly title: string
  readonly hint: string
  readonly look: 'waiting' | 'good' | 'calm'
}

interface BandFacts {
  readonly order: Order
  readonly payment: PaymentState
  readonly leftMs: number
}

/** The order's status in words; while it awaits payment the last try in the wallet has a say. */
function bandOf({ order, payment, leftMs }: BandFacts, words: Copy['orders']): Band {
  if (order.refund !== null) {
    const title = order.refund.status === 'done' ? words.refundDone : words.refundUnderWay
    return { icon: 'wallet', title, hint: words.refundHint, look: 'waiting' }
  }
  if (order.status === 'paid') return { icon: 'check', title: words.paid, hint: words.paidHint, look: 'good' }
  if (order.status === 'closed') {
    const title = order.closedBecause === 'timeout' ? words.closedTimeout : words.closedBuyer
    return { icon: 'close', title, hint: words.closedHint, look: 'calm' }
  }
  if (payment.kind === 'checking')
    return { icon: 'clock', title: words.checking, hint: words.checkingHint, look: 'waiting' }
  if (payment.kind === 'unknown')
    return { icon: 'clock', title: words.unknown, hint: words.unknownHint, look: 'waiting' }
  if (leftMs === 0) return { icon: 'clock', title: words.expiring, hint: words.expiringHint, look: 'calm' }
  const hint = words.awaitingHint(timeLeftText(leftMs))
  return { icon: 'wallet', title: words.awaiting, hint, look: 'waiting' }
}

const live = { role: 'status', 'aria-live': 'polite' }

export function OrderStatusBand({ order, serverAheadMs, payment }: BandProps) {
  const copy = useCopy()
  const leftMs = useTimeLeft(order.expiresAt, serverAheadMs)
  const { icon, title, hint, look } = bandOf({ order, payment, leftMs }, copy.orders)
  return (
    <View className={cx(styles.band, styles[look])}>
      <Icon name={icon} size="l" />
      <View className={cx(styles.words)}>
        <Text className={cx(styles.title)} {...live}>
          {title}
        </Text>
        <Text className={cx(styles.hint)}>{hint}</Text>
      </View>
    </View>
  )
}
