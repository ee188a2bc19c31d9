import * as v from 'valibot'
import type { RoomEvent, RoomState } from '@/domain/room'
import { roomCoupon } from './coupons'
import { drawResult, roomDraw } from './draws'
import { count, epochMs, fen, idOf, matches, type Matches, picture, room, shelfProduct } from './schemas'

const said = v.object({ id: v.string(), userId: idOf('user'), name: v.string(), text: v.string() })
const answered = v.object({
  id: idOf('question'),
  name: v.string(),
  question: v.string(),
  answer: v.string(),
})
const talk = v.object({
  notice: v.nullable(v.string()),
  pinned: v.nullable(said),
  slowModeSeconds: count,
  muted: v.array(idOf('user')),
  deleted: v.array(v.string()),
  answers: v.array(answered),
})

const flashSale = v.object({
  id: idOf('flashSale'),
  skuId: idOf('sku'),
  productId: idOf('product'),
  price: fen,
  startsAt: epochMs,
  endsAt: epochMs,
  quantity: count,
  perPerson: count,
})
const offers = v.object({
  livePrices: v.record(idOf('sku'), fen),
  hiddenPrices: v.array(idOf('product')),
  flashSales: v.array(flashSale),
  coupons: v.array(roomCoupon),
  draw: v.nullable(roomDraw),
})

export const roomState = v.object({
  room,
  shelf: v.array(shelfProduct),
  explaining: v.array(idOf('product')),
  offers,
  talk,
  staff: v.array(v.object({ userId: idOf('user'), role: v.picklist(['owner', 'host', 'assistant']) })),
  seq: count,
})

const numbered = { seq: v.pipe(count, v.minValue(1)), at: epochMs }
const event = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.object({ ...numbered, type: v.literal(type), ...entries })
const productId = { productId: idOf('product') }
const userId = { userId: idOf('user') }

export const roomEvent = v.variant('type', [
  event('room-started', {}),
  event('room-ended', {}),
  event('picture-changed', { picture }),
  event('product-shelved', { product: shelfProduct }),
  event('product-unshelved', productId),
  event('explain-started', { ...productId, together: v.optional(v.boolean()) }),
  event('explain-stopped', { productId: v.optional(idOf('product')) }),
  event('stock-changed', { ...productId, skuId: idOf('sku'), available: count }),
  event('live-price-changed', { skuId: idOf('sku'), price: v.nullable(fen) }),
  event('price-hidden', productId),
  event('price-revealed', productId),
  event('flash-sale-planned', { flashSale }),
  event('flash-sale-ended', { flashSaleId: idOf('flashSale') }),
  event('coupon-handed-out', { coupon: roomCoupon }),
  event('coupon-taken-back', { couponId: idOf('coupon') }),
  event('draw-opened', { draw: roomDraw }),
  event('draw-drawn', { drawId: idOf('draw'), result: drawResult }),
  event('draw-cancelled', { drawId: idOf('draw') }),
  event('notice-changed', { notice: v.nullable(v.string()) }),
  event('message-pinned', { message: v.nullable(said) }),
  event('slow-mode-changed', { seconds: count }),
  event('viewer-muted', userId),
  event('viewer-unmuted', userId),
  event('viewer-banned', userId),
  event('message-deleted', { messageId: v.string() }),
  event('question-answered', { answer: answered }),
])

matches<Matches<v.InferOutput<typeof roomState>, RoomState>>()
matches<Matches<v.InferOutput<typeof roomEvent>, RoomEvent>>()
