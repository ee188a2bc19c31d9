import { Text, View } from '@tarojs/components'
import type { MerchantId } from '@/domain/ids'
import { asList } from '@/services/server-truth'
import { Button, cx, ListFace, Skeleton, useCopy } from '@/ui'
import styles from './console-orders.module.scss'
import { ShopOrderCard } from './shop-order-card'
import { isNews, type ShopOrders } from './shop-orders'
import { type ShopOrderList, useShopOrders } from './use-shop-orders'

const skeleton = (
  <View className={cx(styles.list)}>
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)
const isEmpty = ({ orders }: ShopOrders): boolean => orders.length === 0
const GROUP = 20

/** Orders as they come in; the newest on top, marked for a moment. */
export function ConsoleOrders({ merchantId }: { readonly merchantId: MerchantId }) {
  const words = useCopy().studio.console
  const list = useShopOrders(merchantId)
  return (
    <ListFace
      state={asList(list.truth, isEmpty)}
      skeleton={skeleton}
      empty={{ icon: 'receipt', title: words.ordersEmpty, hint: words.ordersEmptyHint }}
      onRetry={() => void list.refresh()}
    >
      {(known) => <Orders known={known} list={list} />}
    </ListFace>
  )
}

function Orders({ known, list }: { readonly known: ShopOrders; readonly list: ShopOrderList }) {
  const words = useCopy().studio.console
  const groups = Array.from({ length: Math.ceil(known.orders.length / GROUP) }, (_, index) =>
    known.orders.slice(index * GROUP, (index + 1) * GROUP),
  )
  const news = known.orders.filter((order) => isNews(known, order)).length
  return (
    <View className={cx(styles.list)}>
      <Text className={cx(styles.told)} {...{ role: 'status', 'aria-live': 'polite' }}>
        {news > 0 ? `${words.newOrder} ${news}` : ''}
      </Text>
      {groups.map((group, index) => (
        <View key={index} className={cx(styles.list)}>
          {group.map((order) => (
            <ShopOrderCard key={order.id} order={order} isNews={isNews(known, order)} />
          ))}
        </View>
      ))}
      {known.hasMore && (
        <Button kind="ghost" busy={list.isLoadingMore} onTap={() => void list.loadMore()}>
          {words.moreOrders}
        </Button>
      )}
    </View>
  )
}
