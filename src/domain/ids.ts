declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type UserId = Id<'user'>
export type AddressId = Id<'address'>
export type MerchantId = Id<'merchant'>
export type RoomId = Id<'room'>
export type ProductId = Id<'product'>
export type SkuId = Id<'sku'>
export type OrderId = Id<'order'>
export type PaymentId = Id<'payment'>
export type PictureId = Id<'picture'>
export type JobId = Id<'job'>
export type RefundId = Id<'refund'>
export type ParcelId = Id<'parcel'>
export type CouponId = Id<'coupon'>
export type ClaimId = Id<'claim'>
export type FlashSaleId = Id<'flashSale'>
export type DrawId = Id<'draw'>
export type QuestionId = Id<'question'>
export type ReportId = Id<'report'>
/** Whoever a limit counts as one: a user, or all users with the same verified phone. */
export type PersonId = Id<'person'>

export interface IdTypes {
  user: UserId
  address: AddressId
  merchant: MerchantId
  room: RoomId
  product: ProductId
  sku: SkuId
  order: OrderId
  payment: PaymentId
  picture: PictureId
  job: JobId
  refund: RefundId
  parcel: ParcelId
  coupon: CouponId
  claim: ClaimId
  flashSale: FlashSaleId
  draw: DrawId
  question: QuestionId
  report: ReportId
  person: PersonId
}
export type IdKind = keyof IdTypes

const PREFIX: Readonly<Record<IdKind, string>> = {
  user: 'u',
  address: 'a',
  merchant: 'm',
  room: 'r',
  product: 'p',
  sku: 's',
  order: 'o',
  payment: 'pay',
  picture: 'pic',
  job: 'j',
  refund: 'rf',
  parcel: 'pc',
  coupon: 'c',
  claim: 'cc',
  flashSale: 'f',
  draw: 'd',
  question: 'q',
  report: 'rp',
  person: 'pn',
}
/** Kinds that live on a merchant's shard: their ids begin with the merchant's own eight characters. */
const OWNED: ReadonlySet<IdKind> = new Set([
  'room',
  'product',
  'sku',
  'order',
  'payment',
  'picture',
  'job',
  'refund',
  'parcel',
  'coupon',
  'claim',
  'flashSale',
  'draw',
  'question',
  'report',
])

const MERCHANT_CHARS = 8
const BODY_CHARS = 20
const BODY = /^[0-9a-z]+$/

export function isId<K extends IdKind>(kind: K, value: string): value is IdTypes[K] {
  const prefix = `${PREFIX[kind]}_`
  const body = value.slice(prefix.length)
  const length = kind === 'merchant' ? MERCHANT_CHARS : BODY_CHARS
  return value.startsWith(prefix) && body.length === length && BODY.test(body)
}

/** Makes an id of `kind` from random characters `[0-9a-z]`; owned kinds need their merchant. */
export function composeId<K extends IdKind>(kind: K, random: string, merchant?: MerchantId): IdTypes[K] {
  const owner = OWNED.has(kind) ? (merchant ?? '').slice(2) : ''
  const length = (kind === 'merchant' ? MERCHANT_CHARS : BODY_CHARS) - owner.length
  const value = `${PREFIX[kind]}_${owner}${random.slice(0, length)}`
  if (OWNED.has(kind) === (merchant === undefined) || !isId(kind, value)) {
    throw new Error(`Cannot make an id of kind ${kind}`)
  }
  return value
}

export type OwnedId =
  | RoomId
  | ProductId
  | SkuId
  | OrderId
  | PaymentId
  | PictureId
  | JobId
  | RefundId
  | ParcelId
  | CouponId
  | ClaimId
  | FlashSaleId
  | DrawId
  | QuestionId
  | ReportId

/** Whether a text is an id that carries its merchant. */
export const isOwnedId = (value: string): value is OwnedId => [...OWNED].some((kind) => isId(kind, value))

/**
 * The number of an order's first attempt to pay, made of the order's own: it is opened together with the order, and
 * people who compare a wallet's bill with the shop's orders see that they belong together.
 */
export const firstPaymentOf = (orderId: OrderId): PaymentId =>
  `${PREFIX.payment}_${orderId.slice(PREFIX.order.length + 1)}` as PaymentId

/** The merchant an owned id belongs to: any request or payment notice finds its shard from the id alone. */
export function merchantOf(id: OwnedId): MerchantId {
  const start = id.indexOf('_') + 1
  return `m_${id.slice(start, start + MERCHANT_CHARS)}` as MerchantId
}
