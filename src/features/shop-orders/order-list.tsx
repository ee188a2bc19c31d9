import { Text, View } from '@tarojs/components'
import type { ShopOrder } from '@/contracts/orders'
import type { OrderId } from '@/domain/ids'
import { Button, cx } from '@/ui'
import styles from './order-list.module.scss'
import { ShopOrderCard } from './shop-order-card'
import { isNews, type ShopOrders } from './shop-orders'
import type { ShopOrderList } from './use-shop-orders'
import { useShopOrderWords } from './words'

export interface OrderListProps {
  readonly known: ShopOrders
  readonly list: ShopOrderList
  readonly openId?: OrderId | null
  readonly onOpen: (order: ShopOrder) => void
}

/** Mini-programs slow down with many children under one node: cards stand in groups. */
const GROUP = 20

/** Orders as they come in; the newest on top, marked for a moment. */
export function OrderList({ known, list, openId = null, onOpen }: OrderListProps) {
  const words = useShopOrderWords()
  const groups = Array.from({ length: Math.ceil(known.orders.length / GROUP) }, (_, index) =>
    known.orders.slice(index * GROUP, (index + 1) * GROUP),
  )
  const news = known.orders.filter((order) => isNews(known, order)).length
  return (
    <View className={cx(styles.list)}>
      <Text className={cx(styles.told)} {...{ role: 'status', 'aria-live': 'polite' }}>
        {news > 0 ? `${words.news} ${news}` : ''}
      </Text>
      {groups.map((group, index) => (
        <View key={index} className={cx(styles.list)}>
          {group.map((order) => (
            <ShopOrderCard
              key={order.id}
              order={order}
              isNews={isNews(known, order)}
              isOpen={order.id === openId}
              onOpen={onOpen}
            />
          ))}
        </View>
      ))}
      {known.next !== null && (
        <Button kind="ghost" busy={list.more === 'loading'} onTap={() => void list.loadMore()}>
          {list.more === 'failed' ? words.moreFailed : words.more}
        </Button>
      )}
    </View>
  )
}
