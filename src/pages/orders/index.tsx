import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { OrderListView, type OrderTab, useOrderList, useOrderListWords } from '@/features/orders'
import { NavBar, OfflineBar, Page, useTabWords } from '@/ui'

export default function OrdersPage() {
  const words = useOrderListWords()
  useTabWords()
  const [tab, setTab] = useState<OrderTab>('all')
  const list = useOrderList(tab)
  usePullDownRefresh(() => {
    void list.refresh().then(() => {
      Taro.stopPullDownRefresh()
    })
  })
  useReachBottom(() => {
    void list.loadMore()
  })
  return (
    <Page>
      <NavBar title={words.title} />
      <OfflineBar />
      <OrderListView
        list={list}
        tab={tab}
        onTab={setTab}
        onOpen={({ id }) => void Taro.navigateTo({ url: `/packages/trade/order/index?id=${id}` })}
        onShop={() => void Taro.switchTab({ url: '/pages/feed/index' })}
      />
    </Page>
  )
}
