import type { Generated, JSONColumnType } from 'kysely'
import type { REFUND_REASONS } from '@/contracts/order'
import type { ShareChannel } from '@/contracts/rooms'
import type { Address, Host, Wallet } from '@/contracts/schemas'
import type { CouponValue } from '@/domain/coupon'
import type { FreightTemplate } from '@/domain/freight'
import type {
  ClaimId,
  CouponId,
  FlashSaleId,
  JobId,
  MerchantId,
  OrderId,
  ParcelId,
  PaymentId,
  PersonId,
  PictureId,
  ProductId,
  RefundId,
  RoomId,
  SkuId,
  UserId,
} from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { CloseReason, OrderStatus } from '@/domain/order'
import type { PricedLine } from '@/domain/price-order'
import type { DifferenceKind } from '@/domain/reconcile'
import type { RefundCause, RefundLine, RefundStatus } from '@/domain/refund'
import type { StockMove } from '@/domain/stock'
import type { EpochMs } from '@/domain/time'

export interface Orders {
  merchant_id: MerchantId
  order_id: OrderId
  buyer_id: UserId
  /** The buyer's host when ordering decides the wallet. */
  buyer_host: Host
  room_id: RoomId
  status: OrderStatus
  /** `goods - discount + freight`, at least one fen. */
  total_fen: Fen
  deliver_to: JSONColumnType<Omit<Address, 'id' | 'isDefault'>, string | object, string | object>
  sharer_id: UserId | null
  share_channel: ShareChannel | null
  close_reason: CloseReason | null
  created_at: EpochMs
  expires_at: EpochMs
  paid_at: EpochMs | null
  closed_at: EpochMs | null
  person_id: PersonId
  goods_fen: Fen
  discount_fen: Generated<Fen>
  freight_fen: Generated<Fen>
  claim_id: ClaimId | null
  coupon_title: string | null
  /** The payment that pays for the order; others that were paid went back. */
  payment_id: PaymentId | null
  shipped_at: EpochMs | null
  received_at: EpochMs | null
  done_at: EpochMs | null
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
  price_kind: PricedLine['priceKind']
  regular_fen: Fen
  discount_fen: Fen
  /** What is paid for the line: `price * quantity - discount`. */
  payable_fen: Fen
  flash_sale_id: FlashSaleId | null
}
export interface TradeKeys {
  merchant_id: MerchantId
  user_id: UserId
  operation: string
  key: string
  /** SHA-256 of the canonical input. */
  content_hash: string
  /** The order, refund … that came of it. */
  subject: string
  created_at: EpochMs
}
export interface Payments {
  merchant_id: MerchantId
  payment_id: PaymentId
  order_id: OrderId
  wallet: Wallet
  amount_fen: Fen
  /** `created`: open at the wallet, or not known yet; only the wallet's word changes it. */
  status: 'created' | 'paid' | 'closed'
  transaction_id: string | null
  created_at: EpochMs
  paid_at: EpochMs | null
}
export interface Refunds {
  merchant_id: MerchantId
  /** Also the wallet's number for it: the same number never sends money twice. */
  refund_id: RefundId
  order_id: OrderId
  payment_id: PaymentId
  wallet: Wallet
  cause: RefundCause
  status: RefundStatus
  /** `restocked`: units that had not been sent and went back into the stock. */
  lines: JSONColumnType<
    readonly (RefundLine & { readonly restocked: number })[],
    string | object,
    string | object
  >
  freight_fen: Fen
  amount_fen: Fen
  reason: (typeof REFUND_REASONS)[number] | null
  note: string
  picture_ids: JSONColumnType<readonly PictureId[], string | object, string | object>
  answer: string
  /** What the wallet said when it could not send the money. */
  failure: string | null
  created_at: EpochMs
  answered_at: EpochMs | null
  done_at: EpochMs | null
}
export interface Parcels {
  merchant_id: MerchantId
  parcel_id: ParcelId
  order_id: OrderId
  carrier_code: string
  tracking_number: string
  lines: JSONColumnType<
    readonly { readonly line: number; readonly quantity: number }[],
    string | object,
    string | object
  >
  shipped_at: EpochMs
  is_corrected: boolean
  /** When the wallet's platform was told; null while it waits. */
  reported_at: EpochMs | null
}
export interface StockLedger {
  merchant_id: MerchantId
  entry_id: string
  sku_id: SkuId
  move: StockMove
  /** Units; negative only for `corrected`. */
  quantity: number
  order_id: OrderId | null
  actor_id: UserId | null
  reason: string
  at: EpochMs
}
export interface LivePrices {
  merchant_id: MerchantId
  room_id: RoomId
  sku_id: SkuId
  price_fen: Fen
}
export interface FlashSales {
  merchant_id: MerchantId
  flash_sale_id: FlashSaleId
  sku_id: SkuId
  price_fen: Fen
  starts_at: EpochMs
  ends_at: EpochMs
  quantity: number
  taken: number
  per_person: number
  created_at: EpochMs
}
export interface FreightTemplates {
  merchant_id: MerchantId
  template: JSONColumnType<FreightTemplate, string | object, string | object>
}
export interface Coupons {
  merchant_id: MerchantId
  coupon_id: CouponId
  title: string
  value: JSONColumnType<CouponValue, string | object, string | object>
  threshold_fen: Fen
  products: JSONColumnType<readonly ProductId[], string | object, string | object> | null
  claim_from: EpochMs
  claim_until: EpochMs
  expires_at: EpochMs
  total: number
  per_person: number
  claimed: number
  spent: number
  ended_at: EpochMs | null
  created_at: EpochMs
}
export interface CouponClaims {
  merchant_id: MerchantId
  claim_id: ClaimId
  coupon_id: CouponId
  user_id: UserId
  person_id: PersonId
  status: 'held' | 'spent'
  order_id: OrderId | null
  claimed_at: EpochMs
}
export interface PersonCounts {
  merchant_id: MerchantId
  subject: FlashSaleId | CouponId
  person_id: PersonId
  had: number
}
export interface BillDays {
  merchant_id: MerchantId
  day: string
  wallet: Wallet
  status: 'waiting' | 'agrees' | 'differs'
  payments_fen: Fen
  refunds_fen: Fen
  checked_at: EpochMs | null
}
export interface BillDifferences {
  merchant_id: MerchantId
  difference_id: string
  day: string
  wallet: Wallet
  kind: DifferenceKind
  number: string
  order_id: OrderId | null
  here_fen: Fen | null
  there_fen: Fen | null
  status: 'open' | 'repaired' | 'noted'
  note: string
  found_at: EpochMs
}
/** Work that must happen, in rows: a restart loses none, two instances never do one at the same time. */
export interface Jobs {
  merchant_id: MerchantId
  job_id: JobId
  kind:
    | 'close-unpaid-order'
    | 'send-refund'
    | 'report-parcel'
    | 'receive-order'
    | 'end-after-sales'
    | 'reconcile-day'
    | 'take-back-coupon'
    | 'draw-winners'
    | 'tell-start'
  subject: string
  due_at: EpochMs
  attempts: Generated<number>
  done_at: EpochMs | null
}

export type JobKind = Jobs['kind']

export interface TradeTables {
  orders: Orders
  order_lines: OrderLines
  trade_keys: TradeKeys
  payments: Payments
  refunds: Refunds
  parcels: Parcels
  stock_ledger: StockLedger
  live_prices: LivePrices
  flash_sales: FlashSales
  freight_templates: FreightTemplates
  coupons: Coupons
  coupon_claims: CouponClaims
  person_counts: PersonCounts
  bill_days: BillDays
  bill_differences: BillDifferences
  jobs: Jobs
}
