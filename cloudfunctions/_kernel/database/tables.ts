import type { Generated, JSONColumnType } from 'kysely'
import type { Host } from '@/contracts/schemas'
import type {
  AddressId,
  MerchantId,
  PersonId,
  PictureId,
  ProductId,
  RoomId,
  SkuId,
  UserId,
} from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { Picture, RoomEvent, RoomStatus } from '@/domain/room'
import type { SaidMessage } from '@/domain/room-talk'
import type { EpochMs } from '@/domain/time'
import type { KeptPart, RoomTables } from './room-tables'
import type { TradeTables } from './trade-tables'

// Times are bigint milliseconds, money is bigint fen: both are safe integers on every driver.
// Every merchant's table leads with merchant_id, the distribution column; users' tables lead with user_id.

export interface Users {
  user_id: UserId
  host: Host
  host_user_id: string
  nickname: string
  avatar_url: string
  created_at: EpochMs
  /** Whom limits count this user as. */
  person_id: PersonId
  /** Since when a verified phone says so; null: it does not. */
  phone_verified_at: Generated<EpochMs | null>
}
export interface Addresses {
  user_id: UserId
  address_id: AddressId
  name: string
  phone: string
  region: string
  detail: string
  is_default: boolean
  created_at: EpochMs
}
export interface Idempotency {
  user_id: UserId
  operation: string
  key: string
  /** SHA-256 of the canonical input. */
  content_hash: string
  reply: JSONColumnType<object> | null
  created_at: EpochMs
}
export interface Merchants {
  merchant_id: MerchantId
  name: string
  logo_url: string
  /** Rows of `follows`, counted as they come and go. */
  fans: Generated<number>
  /** What people read who want to reach the shop. */
  contact: Generated<string>
  created_at: EpochMs
}
export interface Members {
  merchant_id: MerchantId
  user_id: UserId
  role: 'owner' | 'host' | 'assistant'
}
/** Where a host's code of a room is, or when to ask for one again. */
export type RoomCode = { readonly url: string } | { readonly retryAt: EpochMs }

export interface Rooms {
  merchant_id: MerchantId
  room_id: RoomId
  title: string
  cover_url: string
  status: RoomStatus
  picture: Picture
  /** The push that is on air, as the live vendor names it; its stream is called by the room's id. */
  stream_sequence: Generated<string | null>
  starts_at: EpochMs
  started_at: EpochMs | null
  ended_at: EpochMs | null
  /** What the host explains, the newest last. */
  explaining: JSONColumnType<readonly ProductId[], string | undefined>
  last_seq: number
  likes: Generated<number>
  /** When the counters were last broadcast, and whether they changed since. */
  pulse_sent_at: Generated<EpochMs>
  pulse_is_stale: Generated<boolean>
  /** The notice board. */
  notice: Generated<string | null>
  pinned: JSONColumnType<SaidMessage> | null
  slow_mode_seconds: Generated<number>
  /** Codes that hosts drew for their own cameras. */
  codes: JSONColumnType<Partial<Record<Host, RoomCode>>, string | undefined>
  /** In the order of the show; null while nothing is known to be recorded. */
  recording: JSONColumnType<readonly KeptPart[]> | null
  created_at: EpochMs
}
export interface RoomEvents {
  merchant_id: MerchantId
  room_id: RoomId
  seq: number
  at: EpochMs
  type: RoomEvent['type']
  body: JSONColumnType<object>
  /** Until then somebody is sending the notice: two instances do not send it twice. */
  claimed_until: Generated<EpochMs>
  /** Null until the notice went out: the outbox is this column. */
  sent_at: EpochMs | null
}
export interface Presence {
  merchant_id: MerchantId
  room_id: RoomId
  user_id: UserId
  seen_at: EpochMs
}
export interface Products {
  merchant_id: MerchantId
  product_id: ProductId
  name: string
  picture_url: string
  created_at: EpochMs
}
/** `available + reserved + sold` is every unit that was ever put in. */
export interface Skus {
  merchant_id: MerchantId
  sku_id: SkuId
  product_id: ProductId
  name: string
  price_fen: Fen
  available: number
  reserved: number
  sold: number
  position: number
  /** When the rooms were last told how many are left, and whether they do not know the newest. */
  announced_at: Generated<EpochMs>
  is_unannounced: Generated<boolean>
}
export interface ShelfItems {
  merchant_id: MerchantId
  room_id: RoomId
  product_id: ProductId
  position: number
  /** How many rows of `explain_asks` the item has. */
  asks: Generated<number>
  is_price_hidden: Generated<boolean>
}
/** One person who waits for one product to be explained; gone when it is, or when it leaves the shelf. */
export interface ExplainAsks {
  merchant_id: MerchantId
  room_id: RoomId
  user_id: UserId
  product_id: ProductId
  asked_at: EpochMs
}
export interface Pictures {
  merchant_id: MerchantId
  picture_id: PictureId
  type: 'image/jpeg' | 'image/png' | 'image/webp'
  bytes: Uint8Array
  created_at: EpochMs
}
export interface Tables extends TradeTables, RoomTables {
  users: Users
  addresses: Addresses
  idempotency: Idempotency
  merchants: Merchants
  members: Members
  rooms: Rooms
  room_events: RoomEvents
  presence: Presence
  products: Products
  skus: Skus
  shelf_items: ShelfItems
  explain_asks: ExplainAsks
  pictures: Pictures
}
