import { withExplained, withoutExplained } from './explaining'
import type { CouponId, FlashSaleId, MerchantId, ProductId, RoomId, SkuId, UserId } from './ids'
import type { ShelfProduct } from './product'
import { NO_OFFERS, reduceOffers, type RoomOffers, type RoomOffersEvent, withoutProduct } from './room-offers'
import { reduceTalk, type RoomTalk, type RoomTalkEvent } from './room-talk'
import type { EpochMs } from './time'

export type RoomStatus = 'upcoming' | 'live' | 'ended'
/** `away`: the show is on but no picture arrives; only the stream server's word sets it, never a player's guess. */
export type Picture = 'on' | 'away'

export interface Room {
  readonly id: RoomId
  readonly merchantId: MerchantId
  readonly merchantName: string
  readonly merchantLogoUrl: string
  readonly title: string
  readonly coverUrl: string
  readonly status: RoomStatus
  readonly picture: Picture
  readonly startsAt: EpochMs
}

/** What happened in a room, in the order of `seq`; `at` is the server time at which it becomes true. */
export type RoomEvent = RoomEventBody & { readonly seq: number; readonly at: EpochMs }
export type RoomEventBody = ShowEvent | RoomOffersEvent | RoomTalkEvent
type ShowEvent =
  | { readonly type: 'room-started' }
  | { readonly type: 'room-ended' }
  | { readonly type: 'picture-changed'; readonly picture: Picture }
  | { readonly type: 'product-shelved'; readonly product: ShelfProduct }
  | { readonly type: 'product-unshelved'; readonly productId: ProductId }
  /** `together` with what is explained already; without it the product takes their place. */
  | {
      readonly type: 'explain-started'
      readonly productId: ProductId
      readonly together?: boolean | undefined
    }
  /** Of one product, or of all. */
  | { readonly type: 'explain-stopped'; readonly productId?: ProductId | undefined }
  | {
      readonly type: 'stock-changed'
      readonly productId: ProductId
      readonly skuId: SkuId
      readonly available: number
    }

/** Everything that is true in a room after event `seq`. */
export interface RoomState {
  readonly room: Room
  readonly shelf: readonly ShelfProduct[]
  /** What the host explains, the newest last. */
  readonly explaining: readonly ProductId[]
  readonly offers: RoomOffers
  readonly talk: RoomTalk
  /** The shop's people: what they say carries their badge. */
  readonly staff: readonly Staff[]
  readonly seq: number
}

export type StaffRole = 'owner' | 'host' | 'assistant'
export interface Staff {
  readonly userId: UserId
  readonly role: StaffRole
}

/** How many people wait for a product to be explained; one that nobody waits for is not in it. */
export type Asks = Readonly<Record<ProductId, number | undefined>>

/** Counters that are broadcast as they are, without a number: a lost one is repaired by the next. */
export interface RoomPulse {
  readonly viewers: number
  readonly likes: number
  readonly asks: Asks
  /** Units that are left at the price of each flash sale that is not over, and of each coupon handed out. */
  readonly left: Readonly<Record<FlashSaleId | CouponId, number | undefined>>
  /** Who came in since the last pulse, the latest first: a few names. */
  readonly came: readonly string[]
  /** What was bought, and paid for, most often since the last pulse. */
  readonly bought: { readonly productId: ProductId; readonly buyers: number } | null
}

function change(state: RoomState, event: RoomEventBody): Omit<RoomState, 'seq'> {
  switch (event.type) {
    case 'room-started':
      return { ...state, room: { ...state.room, status: 'live' } }
    case 'room-ended':
      return {
        ...state,
        room: { ...state.room, status: 'ended' },
        explaining: [],
        offers: afterTheShow(state.offers),
      }
    case 'picture-changed':
      return { ...state, room: { ...state.room, picture: event.picture } }
    case 'product-shelved':
      return { ...state, shelf: withProduct(state.shelf, event.product) }
    case 'product-unshelved':
      return withoutShelved(state, event.productId)
    case 'explain-started':
      return {
        ...state,
        explaining: withExplained(state.explaining, event.productId, event.together ?? false),
      }
    case 'explain-stopped':
      return {
        ...state,
        explaining: event.productId ? withoutExplained(state.explaining, event.productId) : [],
      }
    case 'stock-changed':
      return { ...state, shelf: state.shelf.map((product) => withStock(product, event)) }
    case 'notice-changed':
    case 'message-pinned':
    case 'slow-mode-changed':
    case 'viewer-muted':
    case 'viewer-unmuted':
    case 'viewer-banned':
    case 'message-deleted':
    case 'question-answered':
      return { ...state, talk: reduceTalk(state.talk, event) }
    default:
      return { ...state, offers: reduceOffers(state.offers, event) }
  }
}

/** With the show its offers end; a draw goes on: whoever takes part is told who won. */
const afterTheShow = ({ draw }: RoomOffers): RoomOffers => ({ ...NO_OFFERS, draw })

function withoutShelved(state: RoomState, productId: ProductId): RoomState {
  const gone = state.shelf.find(({ id }) => id === productId)
  return {
    ...state,
    shelf: state.shelf.filter((product) => product !== gone),
    explaining: withoutExplained(state.explaining, productId),
    offers: gone ? withoutProduct(state.offers, gone) : state.offers,
  }
}

function withProduct(shelf: readonly ShelfProduct[], product: ShelfProduct): readonly ShelfProduct[] {
  return [...shelf.filter((other) => other.id !== product.id), product].sort(
    (a, b) => a.position - b.position,
  )
}

type StockChanged = Extract<RoomEventBody, { type: 'stock-changed' }>
function withStock(product: ShelfProduct, event: StockChanged): ShelfProduct {
  if (product.id !== event.productId) return product
  const skus = product.skus.map((sku) =>
    sku.id === event.skuId ? { ...sku, available: event.available } : sku,
  )
  return { ...product, skus }
}

/** Applies the next event. An event already seen changes nothing; one from the future is a defect of the caller. */
export function reduceRoom(state: RoomState, event: RoomEvent): RoomState {
  if (event.seq <= state.seq) return state
  if (event.seq !== state.seq + 1)
    throw new Error(`Event ${event.seq} after ${state.seq}: the gap was not repaired`)
  return { ...change(state, event), seq: event.seq }
}
