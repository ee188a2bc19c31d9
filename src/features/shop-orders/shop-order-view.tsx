import { View } from '@tarojs/components'
import { useCallback, useRef } from 'react'
import type { ShopOrder } from '@/contracts/orders'
import type { OrderId } from '@/domain/ids'
import { asList, knownValue } from '@/services/server-truth'
import { cx, ListFace, Skeleton } from '@/ui'
import { BuyerCard, InfoCard } from './order-facts'
import { GoodsCard } from './goods-card'
import { OrderBand } from './order-band'
import { OrderFoot } from './order-foot'
import { ParcelsCard } from './parcels-card'
import { RefundCard } from './refund-card'
import styles from './shop-order-view.module.scss'
import type { OrderNews } from './use-order-action'
import { type KnownShopOrder, useShopOrder } from './use-shop-order'

export interface ShopOrderViewProps {
  readonly orderId: OrderId
  /** A page of its own, or a pane beside the list. */
  readonly place: 'page' | 'pane'
  /** The shop has done something to it. */
  readonly onChanged?: (order: ShopOrder) => void
}

const skeleton = (
  <View className={cx(styles.cards)}>
    <Skeleton className={styles.bandSkeleton} />
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)
const never = (): boolean => false

/** One order of the shop: where it stands, every fact of it, and what the shop can do. */
export function ShopOrderView({ orderId, place, onChanged }: ShopOrderViewProps) {
  const { truth, refresh, replace } = useShopOrder(orderId)
  const again = useCallback(() => void refresh(), [refresh])
  const serverTime = useRef(0)
  serverTime.current = knownValue(truth)?.serverTime ?? serverTime.current
  const onOrder = useCallback<OrderNews['onOrder']>(
    (order) => {
      replace({ order, serverTime: serverTime.current })
      onChanged?.(order)
    },
    [replace, onChanged],
  )
  return (
    <View className={cx(styles.view, styles[place])}>
      <ListFace state={asList(truth, never)} skeleton={skeleton} empty={{ title: '' }} onRetry={again}>
        {(known) => <KnownOrder known={known} place={place} news={{ onOrder, onRefused: again }} />}
      </ListFace>
    </View>
  )
}

interface KnownOrderProps {
  readonly known: KnownShopOrder
  readonly place: ShopOrderViewProps['place']
  readonly news: OrderNews
}

/** Refunds that wait for the shop stand on top, those that are over below. */
function KnownOrder({ known: { order, serverTime }, place, news }: KnownOrderProps) {
  const isWaiting = (status: string): boolean => status === 'requested' || status === 'failed'
  const waiting = order.refunds.filter(({ status }) => isWaiting(status))
  const over = order.refunds.filter(({ status }) => !isWaiting(status)).reverse()
  return (
    <>
      <View className={cx(styles.cards)}>
        <OrderBand order={order} serverTime={serverTime} />
        {waiting.map((refund) => (
          <RefundCard key={refund.id} refund={refund} order={order} serverTime={serverTime} news={news} />
        ))}
        <BuyerCard order={order} />
        <GoodsCard order={order} />
        <ParcelsCard order={order} serverTime={serverTime} news={news} />
        {over.map((refund) => (
          <RefundCard key={refund.id} refund={refund} order={order} serverTime={serverTime} news={news} />
        ))}
        <InfoCard order={order} />
      </View>
      <OrderFoot order={order} place={place} news={news} />
    </>
  )
}
