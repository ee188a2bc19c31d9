import { View } from '@tarojs/components'
import type { Order } from '@/contracts/orders'
import type { PaymentState } from '@/services/payment'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { Button, cx, useCopy } from '@/ui'
import styles from './order-view.module.scss'

interface OrderActionsProps {
  readonly order: Order
  readonly serverAheadMs: number
  readonly payment: PaymentState
  readonly onPay: () => void
  readonly onCancel: () => void
}

const BUSY: ReadonlySet<PaymentState['kind']> = new Set(['opening', 'in-wallet', 'checking'])

/** In thumb reach while there is something to decide. */
export function OrderActions({ order, serverAheadMs, payment, onPay, onCancel }: OrderActionsProps) {
  const words = useCopy().orders
  const left = useTimeLeft(order.expiresAt, serverAheadMs)
  if (order.status !== 'awaiting-payment') return null
  const isBusy = BUSY.has(payment.kind)
  return (
    <View className={cx(styles.actions)}>
      <Button kind="ghost" disabled={isBusy} onTap={onCancel}>
        {words.cancel}
      </Button>
      <Button className={styles.pay} busy={isBusy} disabled={left === 0} onTap={onPay}>
        {left === 0 ? words.expiring : words.payOn(timeLeftText(left))}
      </Button>
    </View>
  )
}
