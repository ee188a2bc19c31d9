import { Text, View } from '@tarojs/components'
import { type ChatHandle, ChatInput, ChatLog, type ChatLogProps, ChatStatus } from '@/features/chat'
import { FlyingHearts, HeartButton, type ReadyRoom, type RoomParams, RoomStage } from '@/features/live'
import { BagButton, ExplainCard } from '@/features/shelf'
import { ShareButton } from '@/features/share'
import { cx, Icon, Page, toast, useCopy, useIsWide } from '@/ui'
import { RoomPanel } from './room-panel'
import { RoomPicture } from './room-picture'
import { RoomSheets } from './room-sheets'
import styles from './room-screen.module.scss'
import { useOpenSheet } from './use-open-sheet'
import { type RoomScreenState, useRoomScreen } from './use-room-screen'
import { goBack } from './ways-out'

export function RoomScreen(params: RoomParams) {
  const isWide = useIsWide()
  const screen = useRoomScreen(params)
  const sheets = useOpenSheet()
  const sayAgain = useSayAgain(screen.chat)
  const { ready, chat } = screen
  const isTalking = ready !== null && ready.state.room.status !== 'ended'
  const explained = ready?.state.shelf.find(({ id }) => id === ready.explaining)
  return (
    <Page width="wide" className={cx(styles.screen, isWide && styles.wide)}>
      <RoomStage
        room={ready?.state.room ?? null}
        viewers={ready?.pulse.viewers ?? 0}
        onBack={goBack}
        video={<RoomPicture screen={screen} onShelf={sheets.openShelf} />}
        banner={<Banner isOnline={screen.isOnline} chat={isTalking ? chat : null} />}
        chat={isTalking && !isWide && <ChatLog chat={chat} place="over-video" onSayAgain={sayAgain} />}
        card={
          explained !== undefined && <ExplainCard key={explained.id} product={explained} onBuy={sheets.buy} />
        }
        bar={
          isTalking && <BottomBar screen={screen} ready={ready} isWide={isWide} onShelf={sheets.openShelf} />
        }
        hearts={isTalking && <FlyingHearts taps={screen.hearts.taps} />}
      />
      {isWide && ready !== null && (
        <RoomPanel
          ready={ready}
          chat={chat}
          asking={screen.asking}
          onBuy={sheets.buy}
          onSayAgain={sayAgain}
        />
      )}
      {/* a sheet that comes must not make the whole page cross again */}
      <View className={cx(styles.sheets)}>
        {ready !== null && (
          <RoomSheets params={params} ready={ready} asking={screen.asking} sheets={sheets} />
        )}
      </View>
    </Page>
  )
}

function useSayAgain({ talk }: ChatHandle): ChatLogProps['onSayAgain'] {
  const copy = useCopy()
  return (row) => {
    void talk.sayAgain(row).then((problem) => {
      if (problem !== null) toast(copy.chat.problems[problem])
    })
  }
}

interface BottomBarProps {
  readonly screen: RoomScreenState
  readonly ready: ReadyRoom
  readonly isWide: boolean
  readonly onShelf: () => void
}

function BottomBar({ screen, ready, isWide, onShelf }: BottomBarProps) {
  return (
    <View className={cx(styles.bar)}>
      <BagButton count={ready.state.shelf.length} onTap={onShelf} />
      {isWide ? (
        <View className={cx(styles.gap)} />
      ) : (
        <ChatInput talk={screen.chat.talk} place="over-video" />
      )}
      <ShareButton className={cx(styles.round)} share={screen.share} />
      <HeartButton likes={ready.pulse.likes + ready.ownLikes} onLike={screen.like} />
    </View>
  )
}

interface BannerProps {
  readonly isOnline: boolean
  readonly chat: ChatHandle | null
}

function Banner({ isOnline, chat }: BannerProps) {
  const copy = useCopy()
  if (isOnline) return chat && <ChatStatus state={chat.state} onReopen={chat.reopen} />
  return (
    <View className={cx(styles.offline)} {...{ role: 'status' }}>
      <Icon name="offline" size="s" />
      <Text>{copy.live.offline}</Text>
    </View>
  )
}
