import { Text, View } from '@tarojs/components'
import type { Order } from '@/contracts/orders'
import type { EpochMs } from '@/domain/time'
import { useProfile } from '@/services/backend'
import type { PaymentState } from '@/services/payment'
import { useTimeLeft } from '@/services/server-clock'
import { cx, Icon, useWhenText } from '@/ui'
import { bandOf } from './order-band'
import styles from './order-status-band.module.scss'
import { useOrderWords } from './words/order'

interface OrderStatusBandProps {
  readonly order: Order
  readonly serverAheadMs: number
  readonly serverTime: EpochMs
  readonly payment: PaymentState
}

const live = { role: 'status', 'aria-live': 'polite' }

export function OrderStatusBand({ order, serverAheadMs, serverTime, payment }: OrderStatusBandProps) {
  const words = useOrderWords()
  const whenFrom = useWhenText()
  const wallet = useWalletName(order)
  const leftMs = useTimeLeft(order.expiresAt, serverAheadMs)
  const when = (at: EpochMs): string => whenFrom(at, serverTime)
  const { icon, title, hint, look } = bandOf({ order, payment, leftMs, wallet, when }, words)
  return (
    <View className={cx(styles.band, styles[look])}>
      <Icon name={icon} size="l" />
      <View className={cx(styles.words)}>
        <Text className={cx(styles.title)} {...live}>
          {title}
        </Text>
        {hint !== '' && <Text className={cx(styles.hint)}>{hint}</Text>}
      </View>
    </View>
  )
}

const WALLETS = { weapp: 'wechat-pay', alipay: 'alipay', h5: 'none' } as const

/** The one it was paid with; before that the one of the host this person came from. */
function useWalletName({ paidBy }: Order): string {
  const { wallets } = useOrderWords()
  const profile = useProfile()
  return wallets[paidBy ?? (profile === null ? 'none' : WALLETS[profile.host])]
}
