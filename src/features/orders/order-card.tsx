import { Text, View } from '@tarojs/components'
import type { Order } from '@/contracts/orders'
import { Button, cx, Price, Tag, Tappable } from '@/ui'
import { PayButton } from './pay-button'
import styles from './order-card.module.scss'
import { OrderLine } from './order-line'
import { isRefundUnderWay, piecesOf, toneOf } from './order-words'
import { useOrderListWords } from './words/list'

export interface OrderCardProps {
  readonly order: Order
  readonly serverAheadMs: number
  readonly isPaying: boolean
  readonly onOpen: (order: Order) => void
  readonly onPay: (order: Order) => void
}

/** One order in the list: what, how much, and what can be done now. */
export function OrderCard({ order, serverAheadMs, isPaying, onOpen, onPay }: OrderCardProps) {
  const words = useOrderListWords()
  const [first] = order.lines
  return (
    <View className={cx(styles.card)}>
      <Tappable
        className={styles.main}
        label={words.seeOrder(first?.productName ?? order.merchantName)}
        onTap={() => onOpen(order)}
      >
        <View className={cx(styles.head)}>
          <Text className={cx(styles.shop)}>{order.merchantName}</Text>
          {isRefundUnderWay(order) && <Tag tone="warn">{words.refundUnderWay}</Tag>}
          <Tag tone={toneOf(order)}>{words.status[order.status]}</Tag>
        </View>
        {order.lines.map((line) => (
          <OrderLine key={line.line} line={line} />
        ))}
      </Tappable>
      <View className={cx(styles.foot)}>
        <Text className={cx(styles.pieces)}>{words.pieces(piecesOf(order))}</Text>
        <Text className={cx(styles.sum)}>{words.total}</Text>
        <Price fen={order.total} size="s" />
        <View className={cx(styles.space)} />
        {order.status === 'awaiting-payment' ? (
          <PayButton order={order} serverAheadMs={serverAheadMs} busy={isPaying} onPay={() => onPay(order)} />
        ) : (
          <Button kind="ghost" size="s" onTap={() => onOpen(order)}>
            {words.detailTitle}
          </Button>
        )}
      </View>
    </View>
  )
}
