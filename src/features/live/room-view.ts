import type { Output } from '@/contracts'
import type { ChatCredentials } from '@/contracts/rooms'
import type { KnownAsks } from '@/domain/explain-asks'
import type { RoomPulse, RoomState } from '@/domain/room'
import type { FailureCode } from '@/ui'

export type PlayAddresses = NonNullable<Output<'rooms', 'enter'>['play']>

/** What a page knows of the room it is in. */
export type RoomView =
  { readonly kind: 'entering' } | { readonly kind: 'failed'; readonly code: FailureCode } | ReadyRoom

export interface ReadyRoom {
  readonly kind: 'ready'
  /** What is true: stock, the end of the show, who may speak. */
  readonly state: RoomState
  /** What the picture shows: cards, prices and draws follow it. */
  readonly onScreen: RoomState
  readonly pulse: RoomPulse
  /** Taps on the heart that the server's count does not hold yet. */
  readonly ownLikes: number
  /** Who would like what explained, with this viewer's own asks. */
  readonly asks: KnownAsks
  readonly play: PlayAddresses | null
  readonly chat: ChatCredentials
  /** How far the server's clock is ahead of this device's. */
  readonly aheadMs: number
  /** The sharer token was good: it goes with an order. */
  readonly isShared: boolean
}
