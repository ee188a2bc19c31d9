import { View } from '@tarojs/components'
import { type ChatHandle, ChatLog, type ChatLogProps, useChatWords } from '@/features/chat'
import { FlyingHearts, type ReadyRoom, type RoomParams, RoomStage } from '@/features/live'
import type { RoomId } from '@/domain/ids'
import type { ShelfProduct } from '@/domain/product'
import { cx, Page, toast, useIsWide } from '@/ui'
import { ShopFollow } from './people'
import { ExplainCards, RoomDeals, RoomNews } from './deals'
import { BottomBar, ClearBar, RoomBanner, useClearScreen } from './room-bars'
import { RoomPanel } from './room-panel'
import { RoomPicture } from './room-picture'
import { RoomSheets } from './sheets'
import styles from './room-screen.module.scss'
import { useOpenSheet } from './use-open-sheet'
import { useSharedProduct } from './use-shared-product'
import { useRoomSwipes } from './use-room-swipes'
import { type RoomScreenState, useRoomScreen } from './use-room-screen'
import { goBack } from '../ways-out'

export function RoomScreen(params: RoomParams) {
  const isWide = useIsWide()
  const screen = useRoomScreen(params)
  const sheets = useOpenSheet()
  const sayAgain = useSayAgain(screen.chat)
  const { ready, chat } = screen
  useSharedProduct(params, ready, sheets.openShelf)
  return (
    <Page width="wide" className={cx(styles.screen, isWide && styles.wide)}>
      <Stage roomId={params.roomId} screen={screen} sheets={sheets} isWide={isWide} onSayAgain={sayAgain} />
      {isWide && ready !== null && (
        <RoomPanel
          ready={ready}
          at={screen.at}
          chat={chat}
          asking={screen.asking}
          onBuy={sheets.buy}
          onSayAgain={sayAgain}
          onRow={sheets.openMessage}
        />
      )}
      {/* a sheet that comes must not make the whole page cross again */}
      <View className={cx(styles.sheets)}>
        {ready !== null && (
          <RoomSheets
            params={params}
            ready={ready}
            at={screen.at}
            asking={screen.asking}
            watching={screen.watching}
            share={screen.share}
            chat={chat}
            sheets={sheets}
          />
        )}
      </View>
    </Page>
  )
}

interface StageProps {
  readonly roomId: RoomId
  readonly screen: RoomScreenState
  readonly sheets: ReturnType<typeof useOpenSheet>
  readonly isWide: boolean
  readonly onSayAgain: ChatLogProps['onSayAgain']
}

/** The show, with everything that lies over it unless the person wants the picture alone. */
function Stage({ roomId, screen, sheets, isWide, onSayAgain }: StageProps) {
  const clear = useClearScreen()
  const onSwipe = useRoomSwipes(roomId, clear)
  const { ready, chat } = screen
  const { openShelf } = sheets
  const talking = ready !== null && ready.state.room.status !== 'ended' ? ready : null
  const over = clear.isOn ? null : talking
  return (
    <RoomStage
      room={ready?.state.room ?? null}
      isClear={clear.isOn}
      viewers={ready?.pulse.viewers ?? 0}
      onBack={goBack}
      onSwipe={onSwipe}
      onShop={sheets.openShop}
      follow={
        ready !== null && (
          <ShopFollow merchantId={ready.state.room.merchantId} name={ready.state.room.merchantName} />
        )
      }
      video={<RoomPicture screen={screen} onShelf={openShelf} onWatching={sheets.openWatching} />}
      banner={<RoomBanner screen={screen} ready={over} sheets={sheets} onClear={clear.toggle} />}
      chat={
        over !== null &&
        !isWide && (
          <ChatLog chat={chat} place="over-video" onSayAgain={onSayAgain} onRow={sheets.openMessage} />
        )
      }
      deals={
        ready !== null && !clear.isOn && <RoomDeals ready={ready} at={screen.at} onDraw={sheets.openDraw} />
      }
      news={over !== null && <RoomNews ready={over} paint={screen.paint} onBuy={sheets.buy} />}
      card={!clear.isOn && ready !== null && <Cards ready={ready} at={screen.at} onBuy={sheets.buy} />}
      bar={
        talking !== null &&
        (clear.isOn ? (
          <ClearBar products={talking.state.shelf.length} onShelf={openShelf} onUnclear={clear.toggle} />
        ) : (
          <BottomBar
            screen={screen}
            ready={talking}
            isWide={isWide}
            onShelf={openShelf}
            onShare={sheets.openShare}
          />
        ))
      }
      hearts={over !== null && <FlyingHearts taps={screen.hearts.taps} />}
    />
  )
}

interface CardsProps {
  readonly ready: ReadyRoom
  readonly at: RoomScreenState['at']
  readonly onBuy: (product: ShelfProduct) => void
}

function Cards({ ready, at, onBuy }: CardsProps) {
  const explained = explainedNow(ready)
  return explained.length > 0 && <ExplainCards products={explained} at={at} onBuy={onBuy} />
}

/** What the picture shows explained, the newest first, with what is true of it now. */
const explainedNow = ({ state, onScreen }: ReadyRoom): readonly ShelfProduct[] =>
  [...onScreen.explaining].reverse().flatMap((id) => state.shelf.find((product) => product.id === id) ?? [])

function useSayAgain({ talk }: ChatHandle): ChatLogProps['onSayAgain'] {
  const words = useChatWords()
  return (row) => {
    void talk.sayAgain(row).then((problem) => {
      if (problem !== null) toast(words.problems[problem])
    })
  }
}
