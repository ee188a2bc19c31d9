import type { Selectable } from 'kysely'
import type {
  CouponClaims,
  Coupons,
  FlashSales,
  FreightTemplates,
  Jobs,
  OrderLines,
  Orders,
  Parcels,
  Payments,
  PersonCounts,
  Refunds,
  StockLedger,
  TradeKeys,
} from '../database/trade-tables'
import type { Skus } from '../database/tables'
import type { Fen } from '@/domain/money'
import type { ProductId, RoomId, SkuId } from '@/domain/ids'
import type { RoomStatus } from '@/domain/room'

// Rows as they are in the database: a decision changes them, and the store writes them back as they are.

export type OrderRow = Selectable<Orders>
export type LineRow = Selectable<OrderLines>
export type PaymentRow = Selectable<Payments>
export type RefundRow = Selectable<Refunds>
export type ParcelRow = Selectable<Parcels>
export type SkuRow = Selectable<Skus>
export type LedgerRow = Selectable<StockLedger>
export type FlashSaleRow = Selectable<FlashSales>
export type CouponRow = Selectable<Coupons>
export type ClaimRow = Selectable<CouponClaims>
export type PersonCountRow = Selectable<PersonCounts>
export type TradeKeyRow = Selectable<TradeKeys>
export type JobRow = Selectable<Jobs>
export type FreightRow = Selectable<FreightTemplates>

/** A product on a room's shelf, with what an order keeps of it. */
export interface ShelfRow {
  readonly room_id: RoomId
  readonly room_status: RoomStatus
  readonly merchant_name: string
  readonly sku_id: SkuId | null
  readonly product_id: ProductId | null
  readonly product_name: string | null
  readonly picture_url: string | null
  /** What the SKU costs while this room is live; null: as always. */
  readonly live_price_fen: Fen | null
  /** Nobody but the host knows the price yet; null without a product. */
  readonly is_price_hidden: boolean | null
}

/** Everything a transaction locked and read, by table. */
export interface TradeRows {
  readonly orders: readonly OrderRow[]
  readonly lines: readonly LineRow[]
  readonly payments: readonly PaymentRow[]
  readonly refunds: readonly RefundRow[]
  readonly parcels: readonly ParcelRow[]
  readonly skus: readonly SkuRow[]
  readonly flashSales: readonly FlashSaleRow[]
  readonly coupons: readonly CouponRow[]
  readonly claims: readonly ClaimRow[]
  readonly counts: readonly PersonCountRow[]
  readonly keys: readonly TradeKeyRow[]
  readonly shelf: readonly ShelfRow[]
  readonly freight: FreightRow | null
}
