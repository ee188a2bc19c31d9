import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { merchantOf, type ProductId, type RoomId } from '@/domain/ids'
import type { ReadyRoom } from '@/features/live'
import { DrawDesk, HandOutSheet, LivePriceSheet, useOfferWords } from '@/features/offers'
import { ConsoleOrders } from '@/features/shop-orders'
import { ConsoleFrame, ConsoleHead, ConsolePicture, ConsoleShelf } from '@/features/studio'
import { device } from '@/platform'
import { Button, cx, FailedFace, Skeleton } from '@/ui'
import { ConsoleChat } from './console-chat'
import styles from './console-screen.module.scss'
import { useConsole } from './use-console'

const open = (url: string): void => void Taro.navigateTo({ url })

/** The show from the host's side: one room log, one chat, the shelf and the orders. */
export function ConsoleScreen({ roomId }: { readonly roomId: RoomId }) {
  const { view, stay, chat, renewPlay, lookAgain } = useConsole(roomId)
  if (view.kind === 'failed') return <FailedFace code={view.code} onRetry={() => void stay.enter()} />
  if (view.kind === 'entering')
    return (
      <View className={cx(styles.loading)}>
        <Skeleton className={styles.head} />
        <Skeleton className={styles.body} />
      </View>
    )
  const { room } = view.state
  return (
    <ConsoleFrame
      head={
        <ConsoleHead
          room={room}
          pulse={view.pulse}
          onChanged={lookAgain}
          onStream={() => open(`/packages/studio/stream/index?id=${roomId}`)}
        />
      }
      picture={<ConsolePicture room={room} play={view.play} renewPlay={renewPlay} />}
      shelf={<PricedShelf view={view} onChanged={lookAgain} />}
      chat={<ConsoleChat state={view.state} chat={chat} onChanged={lookAgain} />}
      orders={
        <ConsoleOrders
          merchantId={merchantOf(roomId)}
          onOpen={({ id }) => open(`/packages/shop/order/index?id=${id}`)}
          onAll={() => open(`/packages/shop/orders/index?merchant=${merchantOf(roomId)}`)}
        />
      }
    />
  )
}

interface PricedShelfProps {
  readonly view: Pick<ReadyRoom, 'state' | 'asks' | 'pulse' | 'aheadMs'>
  readonly onChanged: () => void
}

/** The shelf, and over it the prices of one of its products in this room, and what the room is given. */
function PricedShelf({ view, onChanged }: PricedShelfProps) {
  const { state, asks, pulse, aheadMs } = view
  const [giving, setGiving] = useState<Gift | null>(null)
  const [pricing, setPricing] = useState<ProductId | null>(null)
  const product = state.shelf.find(({ id }) => id === pricing)
  return (
    <>
      <ConsoleShelf
        state={state}
        asks={asks.all}
        onChanged={onChanged}
        onPrices={({ id }) => setPricing(id)}
        tools={<GiftButtons isLive={state.room.status === 'live'} onOpen={setGiving} />}
      />
      {product !== undefined && (
        <LivePriceSheet
          roomId={state.room.id}
          product={product}
          at={{ offers: state.offers, left: pulse.left, now: device.now() + aheadMs }}
          aheadMs={aheadMs}
          onChanged={onChanged}
          onClose={() => setPricing(null)}
        />
      )}
      {giving === 'coupons' && (
        <HandOutSheet
          roomId={state.room.id}
          handedOut={state.offers.coupons}
          aheadMs={aheadMs}
          onChanged={onChanged}
          onClose={() => setGiving(null)}
        />
      )}
      {giving === 'draw' && (
        <DrawDesk
          roomId={state.room.id}
          aheadMs={aheadMs}
          onChanged={onChanged}
          onClose={() => setGiving(null)}
        />
      )}
    </>
  )
}

type Gift = 'coupons' | 'draw'

interface GiftButtonsProps {
  readonly isLive: boolean
  readonly onOpen: (gift: Gift) => void
}

function GiftButtons({ isLive, onOpen }: GiftButtonsProps) {
  const words = useOfferWords().room
  return (
    <>
      <Button kind="secondary" size="s" disabled={!isLive} onTap={() => onOpen('coupons')}>
        {words.handOut}
      </Button>
      <Button kind="secondary" size="s" disabled={!isLive} onTap={() => onOpen('draw')}>
        {words.draw}
      </Button>
    </>
  )
}
