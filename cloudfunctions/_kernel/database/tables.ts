import type { Generated, JSONColumnType } from 'kysely'
import type { Address, Host, Wallet } from '@/contracts/schemas'
import type { ShareChannel } from '@/contracts/rooms'
import type {
  AddressId,
  JobId,
  MerchantId,
  OrderId,
  PaymentId,
  PictureId,
  ProductId,
  RoomId,
  SkuId,
  UserId,
} from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { CloseReason, OrderStatus } from '@/domain/order'
import type { Picture, RoomEvent, RoomStatus } from '@/domain/room'
import type { EpochMs } from '@/domain/time'

// Times are bigint milliseconds, money is bigint fen: both are safe integers on every driver.
// Every merchant's table leads with merchant_id, the distribution column; users' tables lead with user_id.

export interface Users {
  user_id: UserId
  host: Host
  host_user_id: string
  nickname: string
  avatar_url: string
  created_at: EpochMs
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
  created_at: EpochMs
}
export interface Members {
  merchant_id: MerchantId
  user_id: UserId
  role: 'owner' | 'host' | 'assistant'
}
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
  explaining_product_id: ProductId | null
  last_seq: number
  likes: Generated<number>
  /** When the counters were last broadcast, and whether they changed since. */
  pulse_sent_at: Generated<EpochMs>
  pulse_is_stale: Generated<boolean>
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
}
export interface ShelfItems {
  merchant_id: MerchantId
  room_id: RoomId
  product_id: ProductId
  position: number
  /** How many rows of `explain_asks` the item has. */
  asks: Generated<number>
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
export interface Orders {
  merchant_id: MerchantId
  order_id: OrderId
  buyer_id: UserId
  /** The buyer's host when ordering decides the wallet. */
  buyer_host: Host
  room_id: RoomId
  status: OrderStatus
  total_fen: Fen
  deliver_to: JSONColumnType<Omit<Address, 'id' | 'isDefault'>>
  sharer_id: UserId | null
  share_channel: ShareChannel | null
  close_reason: CloseReason | null
  created_at: EpochMs
  expires_at: EpochMs
  paid_at: EpochMs | null
  closed_at: EpochMs | null
}
export interface OrderLines {
  merchant_id: MerchantId
  order_id: OrderId
  line: number
  sku_id: SkuId
  product_id: ProductId
  product_name: string
  sku_name: string
  picture_url: string
  price_fen: Fen
  quantity: number
}
export interface Payments {
  merchant_id: MerchantId
  payment_id: PaymentId
  order_id: OrderId
  wallet: Wallet
  amount_fen: Fen
  /** `created`: open at the wallet, or not known yet; only the wallet's word changes it. */
  status: 'created' | 'paid' | 'closed' | 'refunding' | 'refunded'
  transaction_id: string | null
  created_at: EpochMs
  paid_at: EpochMs | null
}
/** Work that must happen, in rows: a restart loses none, two instances never do one at the same time. */
export interface Jobs {
  merchant_id: MerchantId
  job_id: JobId
  kind: 'close-unpaid-order' | 'refund-payment'
  subject: string
  due_at: EpochMs
  attempts: Generated<number>
  done_at: EpochMs | null
}

export interface Tables {
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
  orders: Orders
  order_lines: OrderLines
  payments: Payments
  jobs: Jobs
}
