import * as v from 'valibot'
import { contract, operation } from '../contract'
import { count, epochMs, fen, fenFrom, idOf, MAX_FEN, textUpTo } from '../schemas'

const price = fenFrom(1, MAX_FEN)

export const flashSale = v.object({
  id: idOf('flashSale'),
  merchantId: idOf('merchant'),
  skuId: idOf('sku'),
  productId: idOf('product'),
  productName: v.string(),
  skuName: v.string(),
  price: fen,
  startsAt: epochMs,
  endsAt: epochMs,
  quantity: count,
  taken: count,
  perPerson: count,
})
export type FlashSaleView = v.InferOutput<typeof flashSale>

export const freightTemplate = v.strictObject({
  fee: fenFrom(0, 1_000_000),
  freeFrom: v.nullable(fenFrom(0, MAX_FEN)),
  regions: v.pipe(
    v.array(
      v.strictObject({
        names: v.pipe(v.array(textUpTo(20)), v.minLength(1), v.maxLength(40)),
        fee: v.nullable(fenFrom(0, 1_000_000)),
      }),
    ),
    v.maxLength(40),
  ),
})
export type FreightTerms = v.InferOutput<typeof freightTemplate>

export const stockMove = v.object({
  skuId: idOf('sku'),
  move: v.picklist(['put-in', 'corrected', 'reserved', 'released', 'sold', 'returned']),
  quantity: v.pipe(v.number(), v.safeInteger()),
  reason: v.string(),
  orderId: v.nullable(idOf('order')),
  at: epochMs,
})
export type StockMoveView = v.InferOutput<typeof stockMove>
const stock = v.object({ available: count, reserved: count, sold: count })

/** What a shop offers: prices, sales, freight and stock. Everything here is the merchant's. */
export const offers = contract('offers', {
  /** A price that counts in this room while it is live; null takes it back. */
  'set-live-price': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.strictObject({ roomId: idOf('room'), skuId: idOf('sku'), price: v.nullable(price) }),
    output: v.object({}),
    errors: ['room-not-found', 'room-ended', 'product-off-shelf', 'price-invalid'],
  }),
  'plan-flash-sale': operation({
    caller: 'merchant',
    effect: 'once',
    input: v.strictObject({
      skuId: idOf('sku'),
      price,
      startsAt: epochMs,
      endsAt: epochMs,
      quantity: v.pipe(count, v.minValue(1), v.maxValue(1_000_000)),
      perPerson: v.pipe(count, v.minValue(1), v.maxValue(99)),
    }),
    output: v.object({ flashSale }),
    errors: ['product-not-found', 'flash-invalid', 'flash-overlaps'],
  }),
  'end-flash-sale': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({ flashSaleId: idOf('flashSale') }),
    output: v.object({ flashSale }),
    errors: ['flash-not-found'],
  }),
  'list-flash-sales': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant') }),
    output: v.object({ flashSales: v.array(flashSale), serverTime: epochMs }),
    errors: [],
  }),
  'get-freight': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant') }),
    output: v.object({ freight: v.nullable(freightTemplate) }),
    errors: [],
  }),
  'set-freight': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.strictObject({ merchantId: idOf('merchant'), freight: v.nullable(freightTemplate) }),
    output: v.object({ freight: v.nullable(freightTemplate) }),
    errors: [],
  }),
  /** Units put in, or taken out when negative, with the reason that the ledger keeps. */
  'correct-stock': operation({
    caller: 'merchant',
    effect: 'once',
    input: v.strictObject({
      skuId: idOf('sku'),
      quantity: v.pipe(v.number(), v.safeInteger(), v.minValue(-1_000_000), v.maxValue(1_000_000)),
      reason: textUpTo(60),
    }),
    output: v.object({ stock }),
    errors: ['product-not-found', 'stock-short', 'quantity-invalid'],
  }),
  /** The newest 100 moves of a SKU, and whether the ledger adds up to the stock. */
  'stock-ledger': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ skuId: idOf('sku') }),
    output: v.object({ stock, moves: v.array(stockMove), isBalanced: v.boolean() }),
    errors: ['product-not-found'],
  }),
})
