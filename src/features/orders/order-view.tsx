import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { OrderId, RoomId } from '@/domain/ids'
import { asList } from '@/services/server-truth'
import { ConfirmSheet, cx, errorWords, ListFace, Skeleton, toast, useCopy } from '@/ui'
import { OrderActions } from './order-actions'
import { AmountsCard, DeliverCard, InfoCard, LinesCard, RefundCard } from './order-facts'
import { OrderStatusBand } from './order-status-band'
import styles from './order-view.module.scss'
import { type KnownOrder, useOrder } from './use-order'
import { usePayOrder } from './use-pay-order'

export interface OrderViewProps {
  readonly orderId: OrderId
  readonly onRoom: (roomId: RoomId) => void
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
export function OrderView({ orderId, onRoom }: OrderViewProps) {
  const copy = useCopy()
  const state = useOrder(orderId)
  const { refresh } = state
  const again = useCallback(() => void refresh(), [refresh])
  return (
    <View className={cx(styles.view)}>
      <ListFace
        state={asList(state.truth, never)}
        skeleton={skeleton}
        empty={{ title: copy.orders.emptyTitle }}
        onRetry={again}
      >
        {(known) => <KnownOrderView known={known} state={state} onRoom={onRoom} />}
      </ListFace>
    </View>
  )
}

interface KnownOrderViewProps {
  readonly known: KnownOrder
  readonly state: ReturnType<typeof useOrder>
  readonly onRoom: OrderViewProps['onRoom']
}

function KnownOrderView({ known, state, onRoom }: KnownOrderViewProps) {
  const words = useCopy().orders
  const { order, serverAheadMs } = known
  const { refresh, cancel } = state
  const [isAsking, setAsking] = useState(false)
  const again = useCallback(() => void refresh(), [refresh])
  const { payment, pay } = usePayOrder(again)

  async function cancelNow(): Promise<void> {
    const problem = await cancel()
    setAsking(false)
    toast(problem === null ? words.cancelled : errorWords(problem.code).title)
  }
  return (
    <>
      <OrderStatusBand order={order} serverAheadMs={serverAheadMs} payment={payment} />
      <View className={cx(styles.cards)}>
        <RefundCard order={order} />
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
        onCancel={() => setAsking(true)}
      />
      <ConfirmSheet
        open={isAsking}
        title={words.cancelTitle}
        hint={words.cancelHint}
        yes={words.cancelYes}
        no={words.cancelNo}
        isDangerous
        busy={state.isCancelling}
        onYes={() => void cancelNow()}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
