import type { MerchantId, ProductId, RoomId, SkuId } from './ids'
import type { ShelfProduct } from './product'
import { unreachable } from './result'
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
export type RoomEventBody =
  | { readonly type: 'room-started' }
  | { readonly type: 'room-ended' }
  | { readonly type: 'picture-changed'; readonly picture: Picture }
  | { readonly type: 'product-shelved'; readonly product: ShelfProduct }
  | { readonly type: 'product-unshelved'; readonly productId: ProductId }
  | { readonly type: 'explain-started'; readonly productId: ProductId }
  | { readonly type: 'explain-stopped' }
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
  readonly explaining: ProductId | null
  readonly seq: number
}

/** How many people wait for a product to be explained; one that nobody waits for is not in it. */
export type Asks = Readonly<Record<ProductId, number | undefined>>

/** Counters that are broadcast as they are, without a number: a lost one is repaired by the next. */
export interface RoomPulse {
  readonly viewers: number
  readonly likes: number
  readonly asks: Asks
}

function change(state: RoomState, event: RoomEventBody): Omit<RoomState, 'seq'> {
  switch (event.type) {
    case 'room-started':
      return { ...state, room: { ...state.room, status: 'live' } }
    case 'room-ended':
      return { ...state, room: { ...state.room, status: 'ended' }, explaining: null }
    case 'picture-changed':
      return { ...state, room: { ...state.room, picture: event.picture } }
    case 'product-shelved':
      return { ...state, shelf: withProduct(state.shelf, event.product) }
    case 'product-unshelved':
      return {
        ...state,
        shelf: state.shelf.filter((product) => product.id !== event.productId),
        explaining: state.explaining === event.productId ? null : state.explaining,
      }
    case 'explain-started':
      return { ...state, explaining: event.productId }
    case 'explain-stopped':
      return { ...state, explaining: null }
    case 'stock-changed':
      return { ...state, shelf: state.shelf.map((product) => withStock(product, event)) }
    default:
      return unreachable(event)
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
