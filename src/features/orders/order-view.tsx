import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { OrderId, RoomId } from '@/domain/ids'
import { asList } from '@/services/server-truth'
import { cx, ListFace, Skeleton } from '@/ui'
import { OrderActions } from './order-actions'
import { type Asking, OrderConfirms } from './order-confirms'
import { AmountsCard, DeliverCard, InfoCard, LinesCard } from './order-facts'
import { OrderStatusBand } from './order-status-band'
import styles from './order-view.module.scss'
import { ParcelsCard } from './parcels-card'
import { RefundCard } from './refund-card'
import { type KnownOrder, type OrderPageState, useOrder } from './use-order'
import { usePayOrder } from './use-pay-order'
import { useOrderWords } from './words/order'

export interface OrderViewProps {
  readonly orderId: OrderId
  readonly onRoom: (roomId: RoomId) => void
  /** To where money is asked back. */
  readonly onRefund: (orderId: OrderId) => void
}

const skeleton = (
  <View className={cx(styles.cards)}>
    <Skeleton className={styles.bandSkeleton} />
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)
const never = (): boolean => false

/** One order: where it stands, what can be done, and every fact of it. */
export function OrderView({ orderId, ...ways }: OrderViewProps) {
  const words = useOrderWords()
  const state = useOrder(orderId)
  const { refresh } = state
  const again = useCallback(() => void refresh(), [refresh])
  return (
    <View className={cx(styles.view)}>
      <ListFace
        state={asList(state.truth, never)}
        skeleton={skeleton}
        empty={{ title: words.emptyTitle }}
        onRetry={again}
      >
        {(known) => <KnownOrderView known={known} state={state} {...ways} />}
      </ListFace>
    </View>
  )
}

interface KnownOrderViewProps extends Omit<OrderViewProps, 'orderId'> {
  readonly known: KnownOrder
  readonly state: OrderPageState
}

function KnownOrderView({ known, state, onRoom, onRefund }: KnownOrderViewProps) {
  const { order, serverTime, serverAheadMs } = known
  const { refresh } = state
  const [asking, setAsking] = useState<Asking | null>(null)
  const again = useCallback(() => void refresh(), [refresh])
  const { payment, pay } = usePayOrder(again)
  return (
    <>
      <OrderStatusBand
        order={order}
        serverTime={serverTime}
        serverAheadMs={serverAheadMs}
        payment={payment}
      />
      <View className={cx(styles.cards)}>
        {[...order.refunds].reverse().map((refund) => (
          <RefundCard
            key={refund.id}
            refund={refund}
            order={order}
            serverTime={serverTime}
            onWithdraw={() => setAsking({ about: 'withdraw', refund })}
          />
        ))}
        <ParcelsCard order={order} serverTime={serverTime} />
        <DeliverCard order={order} />
        <LinesCard order={order} onRoom={onRoom} />
        <AmountsCard order={order} />
        <InfoCard order={order} />
      </View>
      <OrderActions
        order={order}
        serverAheadMs={serverAheadMs}
        payment={payment}
        onPay={() => void pay(order.id)}
        onCancel={() => setAsking({ about: 'cancel' })}
        onConfirm={() => setAsking({ about: 'confirm' })}
        onRefund={() => onRefund(order.id)}
      />
      <OrderConfirms asking={asking} state={state} onClose={() => setAsking(null)} />
    </>
  )
}
