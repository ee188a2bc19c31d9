import { View } from '@tarojs/components'
import type { ShopOrder } from '@/contracts/orders'
import type { MerchantId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { asList } from '@/services/server-truth'
import { Button, cx, ListFace } from '@/ui'
import { listSkeleton } from './list-skeleton'
import { OrderList } from './order-list'
import styles from './order-list.module.scss'
import type { ShopOrders } from './shop-orders'
import { useShopOrders } from './use-shop-orders'
import { useShopOrderWords } from './words'

export interface ConsoleOrdersProps {
  readonly merchantId: MerchantId
  readonly onOpen: (order: ShopOrder) => void
  readonly onAll: () => void
}

/** During a show orders are watched as they come in. */
const REFRESH_MS = 3 * SECOND
const isEmpty = ({ orders }: ShopOrders): boolean => orders.length === 0

/** The shop's orders beside the show, and the way to all that can be done about them. */
export function ConsoleOrders({ merchantId, onOpen, onAll }: ConsoleOrdersProps) {
  const words = useShopOrderWords()
  const list = useShopOrders({ merchantId, everyMs: REFRESH_MS })
  return (
    <View className={cx(styles.console)}>
      <View className={cx(styles.all)}>
        <Button kind="secondary" size="s" onTap={onAll}>
          {words.allOrders}
        </Button>
      </View>
      <ListFace
        state={asList(list.truth, isEmpty)}
        skeleton={listSkeleton}
        empty={{ icon: 'receipt', ...words.empty.all }}
        onRetry={() => void list.refresh()}
      >
        {(known) => <OrderList known={known} list={list} onOpen={onOpen} />}
      </ListFace>
    </View>
  )
}
