import { ScrollView, Text, View } from '@tarojs/components'
import type { Order } from '@/contracts/orders'
import { asList } from '@/services/server-truth'
import { Button, cx, ListFace, Skeleton, Tappable } from '@/ui'
import { OrderCard } from './order-card'
import styles from './order-list-view.module.scss'
import { inTab, ORDER_TABS, type OrderPages, type OrderTab } from './order-pages'
import type { OrderList } from './use-order-list'
import { usePayOrder } from './use-pay-order'
import { useOrderListWords } from './words/list'

export interface OrderListViewProps {
  readonly list: OrderList
  readonly tab: OrderTab
  readonly onTab: (tab: OrderTab) => void
  readonly onOpen: (order: Order) => void
  /** To where there is something to buy. */
  readonly onShop: () => void
}

const skeleton = (
  <View className={cx(styles.list)}>
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)

export function OrderListView({ list, tab, onTab, onOpen, onShop }: OrderListViewProps) {
  const words = useOrderListWords()
  const isEmpty = ({ orders, next }: OrderPages): boolean => inTab(orders, tab).length === 0 && next === null
  return (
    <View className={cx(styles.view)}>
      <Tabs tab={tab} onTab={onTab} />
      <View className={cx(styles.body)}>
        <ListFace
          state={asList(list.truth, isEmpty)}
          skeleton={skeleton}
          empty={{
            icon: 'receipt',
            title: words.emptyTab[tab],
            hint: words.emptyHint,
            action: (
              <Button kind="secondary" onTap={onShop}>
                {words.toFeed}
              </Button>
            ),
          }}
          onRetry={() => void list.refresh()}
        >
          {(pages) => <Orders list={list} pages={pages} tab={tab} onOpen={onOpen} />}
        </ListFace>
      </View>
    </View>
  )
}

function Tabs({ tab, onTab }: Pick<OrderListViewProps, 'tab' | 'onTab'>) {
  const words = useOrderListWords()
  const list = { role: 'tablist' }
  return (
    <View className={cx(styles.tabs)}>
      <ScrollView scrollX className={cx(styles.tabLine)}>
        <View className={cx(styles.tabRow)} {...list}>
          {ORDER_TABS.map((name) => (
            <Tappable
              key={name}
              role="tab"
              className={cx(styles.tab, name === tab && styles.current)}
              isSelected={name === tab}
              onTap={() => onTab(name)}
            >
              <Text>{words.tabs[name]}</Text>
            </Tappable>
          ))}
        </View>
      </ScrollView>
    </View>
  )
}

/** Mini-programs slow down with many children under one node: cards stand in groups. */
const GROUP = 20
const groupsOf = (orders: readonly Order[]): readonly (readonly Order[])[] =>
  Array.from({ length: Math.ceil(orders.length / GROUP) }, (_, index) =>
    orders.slice(index * GROUP, (index + 1) * GROUP),
  )

interface OrdersProps extends Pick<OrderListViewProps, 'list' | 'tab' | 'onOpen'> {
  readonly pages: OrderPages
}

function Orders({ list, pages, tab, onOpen }: OrdersProps) {
  const { payment, pay } = usePayOrder((order) => {
    if (order === null) void list.refresh()
    else list.replaceOrder(order)
  })
  const isPaying = payment.kind === 'opening' || payment.kind === 'in-wallet' || payment.kind === 'checking'
  return (
    <View className={cx(styles.list)}>
      {groupsOf(inTab(pages.orders, tab)).map((group) => (
        <View key={group[0]?.id ?? ''} className={cx(styles.list)}>
          {group.map((order) => (
            <OrderCard
              key={order.id}
              order={order}
              serverAheadMs={pages.serverAheadMs}
              isPaying={isPaying}
              onOpen={onOpen}
              onPay={({ id }) => void pay(id)}
            />
          ))}
        </View>
      ))}
      <More list={list} hasMore={pages.next !== null} />
    </View>
  )
}

function More({ list, hasMore }: { readonly list: OrderList; readonly hasMore: boolean }) {
  const words = useOrderListWords()
  if (!hasMore) return <Text className={cx(styles.end)}>{words.noMore}</Text>
  const label = { idle: words.loadMore, loading: words.loadingMore, failed: words.moreFailed }[list.more]
  return (
    <Button kind="ghost" busy={list.more === 'loading'} onTap={() => void list.loadMore()}>
      {label}
    </Button>
  )
}
