import { AddressField } from '@/features/addresses'
import type { OffersNow } from '@/domain/offers-now'
import { type ChatHandle, MessageSheet, NoticeSheet, QuestionsSheet, useChatWords } from '@/features/chat'
import { DrawSheet } from '@/features/draws'
import { type ReadyRoom, type RoomParams, type Watching, WatchingSheet } from '@/features/live'
import type { RoomShare as Share } from '@/features/share'
import { type Asking, ShelfSheet } from '@/features/shelf'
import type { MerchantId } from '@/domain/ids'
import { unreachable } from '@/domain/result'
import { useProfile } from '@/services/backend'
import type { useOpenSheet } from '../use-open-sheet'
import { BuySheet } from '../../buy-sheet'
import { goToReplay } from '../../ways-out'
import { RoomShare } from './room-share'
import { RoomShop } from './room-shop'

export interface RoomSheetsProps {
  readonly params: RoomParams
  readonly ready: ReadyRoom
  readonly at: OffersNow
  readonly asking: Asking | null
  readonly watching: Watching
  readonly share: Share
  readonly chat: ChatHandle
  readonly sheets: ReturnType<typeof useOpenSheet>
}

/** What slides over the show; the show goes on behind it. */
export function RoomSheets({ params, ready, at, asking, watching, share, chat, sheets }: RoomSheetsProps) {
  const { sheet, close, buy } = sheets
  const { shelf, room, talk } = ready.state
  switch (sheet.kind) {
    case 'none':
      return null
    case 'shelf':
      return (
        <ShelfSheet
          shelf={shelf}
          explaining={ready.onScreen.explaining}
          at={at}
          isOnSale={room.status !== 'upcoming'}
          asking={asking}
          onBuy={buy}
          onClose={close}
        />
      )
    case 'shop':
      return <RoomShop room={room} onClose={close} />
    case 'share':
      return <RoomShare share={share} ready={ready} at={at} onClose={close} />
    case 'draw':
      return <RoomDraw merchantId={room.merchantId} at={at} chat={chat} onClose={close} />
    case 'message':
      return <MessageSheet roomId={room.id} row={sheet.row} chat={chat} onClose={close} />
    case 'notice':
      return <NoticeSheet roomId={room.id} notice={talk.notice} onClose={close} />
    case 'questions':
      return <QuestionsSheet state={ready.state} onClose={close} />
    case 'watching':
      return <WatchingSheet watching={watching} onClose={close} />
    case 'checkout': {
      // taken off the shelf meanwhile: the server will say so, in words, before anything is paid
      const product = shelf.find(({ id }) => id === sheet.product.id) ?? sheet.product
      return (
        <BuySheet
          product={product}
          roomId={params.roomId}
          at={at}
          {...(ready.isShared ? { sharerToken: params.sharerToken } : {})}
          onWatch={(roomId, fromMs) => {
            // one voice at a time
            watching.setPaused(true)
            goToReplay(roomId, fromMs)
          }}
          onClose={close}
        />
      )
    }
    default:
      return unreachable(sheet)
  }
}

interface RoomDrawProps {
  readonly merchantId: MerchantId
  readonly at: OffersNow
  readonly chat: ChatHandle
  readonly onClose: () => void
}

function RoomDraw({ merchantId, at, chat, onClose }: RoomDrawProps) {
  const profile = useProfile()
  const { problems } = useChatWords()
  const viewer = {
    userId: profile?.id ?? null,
    isGuest: profile?.host === 'h5',
    isStaff: profile?.memberOf.some((member) => member.merchantId === merchantId) ?? false,
  }
  const say = async (text: string): Promise<string | null> => {
    const problem = await chat.talk.say(text)
    return problem && problems[problem]
  }
  return (
    <DrawSheet
      draw={at.offers.draw}
      now={at.now}
      viewer={viewer}
      AddressField={AddressField}
      say={say}
      onClose={onClose}
    />
  )
}
