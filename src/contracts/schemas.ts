import * as v from 'valibot'
import { isId, type IdKind, type IdTypes } from '@/domain/ids'
import { type Fen, toFen } from '@/domain/money'
import type { Product, ShelfProduct } from '@/domain/product'
import type { Room, RoomPulse } from '@/domain/room'

export const idOf = <K extends IdKind>(kind: K): v.GenericSchema<string, IdTypes[K]> =>
  v.pipe(
    v.string(),
    v.check((value) => isId(kind, value), `Not an id of kind ${kind}`),
    v.transform((value) => value as IdTypes[K]),
  )

export const fen: v.GenericSchema<number, Fen> = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.transform(toFen),
)
/** An amount within bounds, both included. */
export const fenFrom = (least: number, most: number): v.GenericSchema<number, Fen> =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most), v.transform(toFen))
/** The most that anything costs here: ten million yuan. */
export const MAX_FEN = 1_000_000_000
export const epochMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Number of an order's line, from 1. */
export const lineNumber = v.pipe(count, v.minValue(1), v.maxValue(20))

/** Text a person typed: trimmed, 1 to `max` characters, no control characters. */
export const textUpTo = (max: number) =>
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must be refused
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^[^\u0000-\u001f\u007f]*$/))

export const host = v.picklist(['weapp', 'alipay', 'h5'])
export type Host = v.InferOutput<typeof host>
export const wallet = v.picklist(['wechat-pay', 'alipay'])
export type Wallet = v.InferOutput<typeof wallet>

export const sku = v.object({ id: idOf('sku'), name: v.string(), price: fen, available: count })
const productEntries = {
  id: idOf('product'),
  name: v.string(),
  pictureUrl: v.string(),
  skus: v.array(sku),
}
export const product = v.object(productEntries)
export const shelfProduct = v.object({ ...productEntries, position: v.pipe(count, v.minValue(1)) })

export const roomStatus = v.picklist(['upcoming', 'live', 'ended'])
export const picture = v.picklist(['on', 'away'])
export const room = v.object({
  id: idOf('room'),
  merchantId: idOf('merchant'),
  merchantName: v.string(),
  merchantLogoUrl: v.string(),
  title: v.string(),
  coverUrl: v.string(),
  status: roomStatus,
  picture,
  startsAt: epochMs,
})
/** People who wait for each product to be explained, those for whom nobody waits left out. */
const asks = v.record(idOf('product'), v.pipe(count, v.minValue(1)))
export const roomPulse = v.object({
  viewers: count,
  likes: count,
  asks,
  left: v.record(v.union([idOf('flashSale'), idOf('coupon')]), count),
  came: v.array(v.string()),
  bought: v.nullable(v.object({ productId: idOf('product'), buyers: count })),
})

export const address = v.object({
  id: idOf('address'),
  name: v.string(),
  phone: v.string(),
  region: v.string(),
  detail: v.string(),
  isDefault: v.boolean(),
})
export type Address = v.InferOutput<typeof address>

/** Where to, as it was when it was said: the address itself may change or go. */
export const deliverTo = v.object({
  name: v.string(),
  phone: v.string(),
  region: v.string(),
  detail: v.string(),
})
export type DeliverTo = v.InferOutput<typeof deliverTo>

/** What a schema tells, as the domain writes it: nobody changes it after it was made. */
export type Frozen<T> = T extends string | number ? T : { readonly [K in keyof T]: Frozen<T[K]> }
/** Fails to compile when a schema and the domain type it stands for drift apart. */
export type Matches<Schema, Domain> = [Schema] extends [Domain]
  ? [Domain] extends [Frozen<Schema>]
    ? true
    : false
  : false
export const matches = <_Proof extends true>(): void => undefined
matches<Matches<v.InferOutput<typeof product>, Product>>()
matches<Matches<v.InferOutput<typeof shelfProduct>, ShelfProduct>>()
matches<Matches<v.InferOutput<typeof room>, Room>>()
matches<Matches<v.InferOutput<typeof roomPulse>, RoomPulse>>()
