import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { WatchTotals } from '@/contracts/insights'
import type { DeliverTo, Host } from '@/contracts/schemas'
import type {
  CouponId,
  DrawId,
  MerchantId,
  PersonId,
  ProductId,
  QuestionId,
  ReportId,
  RoomId,
  UserId,
} from '@/domain/ids'
import type { RecordedPart } from '@/domain/recording'
import type { ReportReason } from '@/domain/report'
import type { DrawResult } from '@/domain/room-offers'
import type { EpochMs } from '@/domain/time'

export interface ChatMessages {
  merchant_id: MerchantId
  room_id: RoomId
  /** Made of the sender and the number their client drew: the same to everybody who hears it. */
  message_id: string
  user_id: UserId
  name: string
  text: string
  /** Why it was not let through; null when it was. */
  refusal: string | null
  said_at: EpochMs
  /** The vendor's number of it in the room, by which it is recalled; null for what the vendor did not send. */
  vendor_seq: number | null
  deleted_at: EpochMs | null
}
export interface ChatWords {
  merchant_id: MerchantId
  words: JSONColumnType<readonly string[]>
}
export interface RoomMutes {
  merchant_id: MerchantId
  room_id: RoomId
  user_id: UserId
  /** Null: until somebody lifts it. */
  until: EpochMs | null
  muted_at: EpochMs
}
export interface RoomBans {
  merchant_id: MerchantId
  room_id: RoomId
  user_id: UserId
  banned_at: EpochMs
}
export interface Questions {
  merchant_id: MerchantId
  question_id: QuestionId
  room_id: RoomId
  product_id: ProductId | null
  user_id: UserId
  name: string
  question: string
  answer: string | null
  asked_at: EpochMs
  answered_at: EpochMs | null
}
export interface Reports {
  merchant_id: MerchantId
  report_id: ReportId
  room_id: RoomId
  reporter_id: UserId
  accused_id: UserId | null
  message_id: string | null
  reason: ReportReason
  note: string
  reported_at: EpochMs
  settled_at: EpochMs | null
}
export interface RoomCoupons {
  merchant_id: MerchantId
  room_id: RoomId
  coupon_id: CouponId
  handed_out_at: EpochMs
  /** Null: until it is taken back. */
  until: EpochMs | null
}
export interface Draws {
  merchant_id: MerchantId
  draw_id: DrawId
  room_id: RoomId
  prize: string
  winners: number
  phrase: string | null
  secret: string
  commitment: string
  opened_at: EpochMs
  closes_at: EpochMs
  status: 'open' | 'drawn' | 'cancelled'
  result: JSONColumnType<DrawResult> | null
}
export interface DrawEntries {
  merchant_id: MerchantId
  draw_id: DrawId
  person_id: PersonId
  user_id: UserId
  entered_at: EpochMs
  /** Where a winner wants the prize. */
  deliver_to: ColumnType<DeliverTo | null, string | undefined, string>
}
export interface Follows {
  merchant_id: MerchantId
  user_id: UserId
  followed_at: EpochMs
}
export interface Reservations {
  merchant_id: MerchantId
  room_id: RoomId
  user_id: UserId
  host: Host
  /** Messages that the host lets us send for it. */
  permissions: number
  reserved_at: EpochMs
  /** When the start was handed to the host: never twice, so it is written first. */
  told_at: Generated<EpochMs | null>
}
/** Who was in a room while its show was on. */
export interface RoomVisits {
  merchant_id: MerchantId
  room_id: RoomId
  user_id: UserId
  came_at: EpochMs
}
/** A part of a show's recording: a file, or what the vendor keeps for a while of what was on air (time shift). */
export interface KeptPart extends RecordedPart {
  /** Where the file lies, not signed. */
  readonly url: string | null
  readonly keptUntil: EpochMs | null
}
export interface WatchReports {
  merchant_id: MerchantId
  room_id: RoomId
  user_id: UserId
  /** What the client calls this stay in the room. */
  stay: string
  number: number
  host: Host
  engine: string
  report: JSONColumnType<WatchTotals>
  reported_at: EpochMs
}

/** What the live room keeps besides its log and its shelf. */
export interface RoomTables {
  chat_messages: ChatMessages
  chat_words: ChatWords
  room_mutes: RoomMutes
  room_bans: RoomBans
  questions: Questions
  reports: Reports
  room_coupons: RoomCoupons
  draws: Draws
  draw_entries: DrawEntries
  follows: Follows
  reservations: Reservations
  room_visits: RoomVisits
  watch_reports: WatchReports
}
