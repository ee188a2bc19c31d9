import { View } from '@tarojs/components'
import type { Order } from '@/contracts/orders'
import type { PaymentState } from '@/services/payment'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { Button, cx } from '@/ui'
import { isRefundable } from './order-words'
import styles from './order-view.module.scss'
import { useOrderWords } from './words/order'

interface OrderActionsProps {
  readonly order: Order
  readonly serverAheadMs: number
  readonly payment: PaymentState
  readonly onPay: () => void
  readonly onCancel: () => void
  readonly onConfirm: () => void
  readonly onRefund: () => void
}

/** In thumb reach while there is something to decide. */
export function OrderActions(props: OrderActionsProps) {
  const words = useOrderWords()
  const { order, onConfirm, onRefund } = props
  if (order.status === 'awaiting-payment') return <PayActions {...props} />
  const canConfirm = order.status === 'shipped'
  const canRefund = isRefundable(order)
  if (!canConfirm && !canRefund) return null
  return (
    <View className={cx(styles.actions)}>
      {canRefund && (
        <Button kind="ghost" className={styles.side} onTap={onRefund}>
          {words.askRefund}
        </Button>
      )}
      {canConfirm && (
        <Button className={styles.main} onTap={onConfirm}>
          {words.confirmReceipt}
        </Button>
      )}
    </View>
  )
}

const BUSY: ReadonlySet<PaymentState['kind']> = new Set(['opening', 'in-wallet', 'checking'])

function PayActions({ order, serverAheadMs, payment, onPay, onCancel }: OrderActionsProps) {
  const words = useOrderWords()
  const left = useTimeLeft(order.expiresAt, serverAheadMs)
  const isBusy = BUSY.has(payment.kind)
  return (
    <View className={cx(styles.actions)}>
      <Button kind="ghost" className={styles.side} disabled={isBusy} onTap={onCancel}>
        {words.cancel}
      </Button>
      <Button className={styles.main} busy={isBusy} disabled={left === 0} onTap={onPay}>
        {left === 0 ? words.expiring : words.payOn(timeLeftText(left))}
      </Button>
    </View>
  )
}
