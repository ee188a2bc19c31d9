import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import type { ShopOrder } from '@/contracts/orders'
import type { MerchantId, OrderId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { asList } from '@/services/server-truth'
import { Button, type Chip, Chips, cx, EmptyFace, ListFace, useIsWide } from '@/ui'
import { ExportSheet } from './export-sheet'
import { listSkeleton } from './list-skeleton'
import { OrderList } from './order-list'
import { OrderSearch } from './order-search'
import { ShopOrderView } from './shop-order-view'
import type { ShopOrders, Waiting } from './shop-orders'
import styles from './shop-orders-view.module.scss'
import { type OrderFilter, useShopOrders } from './use-shop-orders'
import { useWaiting } from './use-waiting'
import { useShopOrderWords } from './words'

export interface ShopOrdersViewProps {
  readonly merchantId: MerchantId
  readonly onOpen: (orderId: OrderId) => void
  readonly onShipMany: () => void
}

const FILTERS: readonly OrderFilter[] = ['all', 'unpaid', 'to-ship', 'shipped', 'refunds', 'closed']
const NONE: Waiting = { toShip: 0, refunds: 0 }

/** Every order of the shop: found, filtered, and on a wide screen opened beside the list. */
export function ShopOrdersView({ merchantId, onOpen, onShipMany }: ShopOrdersViewProps) {
  const words = useShopOrderWords()
  const isWide = useIsWide()
  const [filter, setFilter] = useState<OrderFilter>('all')
  const [search, setSearch] = useState('')
  const [waiting, setWaiting] = useState(NONE)
  const [openId, setOpenId] = useState<OrderId | null>(null)
  const [changed, setChanged] = useState<ShopOrder | null>(null)
  const [isExporting, setExporting] = useState(false)
  const open = ({ id }: ShopOrder): void => {
    if (isWide) setOpenId(id)
    else onOpen(id)
  }
  return (
    <View className={cx(styles.view, isWide && styles.wide)}>
      <View className={cx(styles.listSide)}>
        <View className={cx(styles.tools)}>
          <OrderSearch onSearch={setSearch} />
          <Button kind="ghost" className={cx(styles.tool)} onTap={onShipMany}>
            {words.shipMany}
          </Button>
          <Button kind="ghost" className={cx(styles.tool)} onTap={() => setExporting(true)}>
            {words.export}
          </Button>
        </View>
        <Filters waiting={waiting} chosen={filter} onChoose={setFilter} />
        <FilteredList
          key={`${filter} ${search}`}
          merchantId={merchantId}
          filter={filter}
          search={search}
          openId={isWide ? openId : null}
          changed={changed}
          onOpen={open}
          onWaiting={setWaiting}
        />
      </View>
      {isWide && (
        <View className={cx(styles.detailSide)}>
          {openId === null ? (
            <EmptyFace icon="receipt" title={words.choose} hint={words.chooseHint} />
          ) : (
            <ShopOrderView key={openId} orderId={openId} place="pane" onChanged={setChanged} />
          )}
        </View>
      )}
      <ExportSheet merchantId={merchantId} open={isExporting} onClose={() => setExporting(false)} />
    </View>
  )
}

interface FiltersProps {
  readonly waiting: Waiting
  readonly chosen: OrderFilter
  readonly onChoose: (filter: OrderFilter) => void
}

function Filters({ waiting, chosen, onChoose }: FiltersProps) {
  const words = useShopOrderWords()
  const counts: Partial<Record<OrderFilter, number>> = { 'to-ship': waiting.toShip, refunds: waiting.refunds }
  const chips: readonly Chip<OrderFilter>[] = FILTERS.map((value) => ({
    value,
    words: words.filters[value],
    count: counts[value],
  }))
  return (
    <Chips
      isLine
      place="ground"
      label={words.filterLabel}
      chips={chips}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

interface FilteredListProps {
  readonly merchantId: MerchantId
  readonly filter: OrderFilter
  readonly search: string
  readonly openId: OrderId | null
  /** What the shop has just done beside the list. */
  readonly changed: ShopOrder | null
  readonly onOpen: (order: ShopOrder) => void
  readonly onWaiting: (waiting: Waiting) => void
}

/** Work is done between two looks at this list: it need not be as lively as a show's. */
const REFRESH_MS = 15 * SECOND
const isEmpty = ({ orders }: ShopOrders): boolean => orders.length === 0

function FilteredList({ merchantId, filter, search, openId, changed, ...on }: FilteredListProps) {
  const words = useShopOrderWords()
  const list = useShopOrders({ merchantId, filter, search, everyMs: REFRESH_MS })
  const { refresh, replaceOrder } = list
  const again = useCallback(() => void refresh(), [refresh])
  useWaiting(list.truth, on.onWaiting)
  useEffect(() => {
    if (changed === null) return
    replaceOrder(changed)
    again()
  }, [changed, replaceOrder, again])
  const empty =
    search === ''
      ? { icon: 'receipt' as const, ...words.empty[filter] }
      : { icon: 'search' as const, title: words.nothingFound, hint: words.nothingFoundHint }
  return (
    <ListFace state={asList(list.truth, isEmpty)} skeleton={listSkeleton} empty={empty} onRetry={again}>
      {(known) => <OrderList known={known} list={list} openId={openId} onOpen={on.onOpen} />}
    </ListFace>
  )
}
