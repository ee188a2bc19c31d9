import { composeId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import type { OffersNow } from '@/domain/offers-now'
import {
  NO_OFFERS,
  type RoomCoupon,
  type RoomDraw,
  type RoomFlashSale,
  type RoomOffers,
} from '@/domain/room-offers'
import { DAY, MINUTE } from '@/domain/time'
import { couponIdOf, flashSaleIdOf } from './offers'
import { merchantId, productIdOf, skuIdOf } from './room'
import { EVENING } from './wire'

/** A room's offers at one moment of the evening. */
export const atNow = (offers: Partial<RoomOffers> = {}, rest: Partial<OffersNow> = {}): OffersNow => ({
  offers: { ...NO_OFFERS, ...offers },
  left: {},
  now: EVENING,
  ...rest,
})

/** A SKU at a third of its price, for five minutes from now. */
export const aRoomSale = (n: number, overrides: Partial<RoomFlashSale> = {}): RoomFlashSale => ({
  id: flashSaleIdOf(n),
  skuId: skuIdOf(n),
  productId: productIdOf(n),
  price: toFen(990),
  startsAt: EVENING,
  endsAt: EVENING + 5 * MINUTE,
  quantity: 5,
  perPerson: 1,
  ...overrides,
})

/** Five yuan off fifty, handed out until it is taken back. */
export const aRoomCoupon = (n: number, overrides: Partial<RoomCoupon> = {}): RoomCoupon => ({
  id: couponIdOf(n),
  title: '满 50 减 5',
  value: { kind: 'fixed', off: toFen(500) },
  threshold: toFen(5000),
  products: null,
  expiresAt: EVENING + DAY,
  until: null,
  ...overrides,
})

/** Two win, and three minutes are left. */
export const aDraw = (n: number, overrides: Partial<RoomDraw> = {}): RoomDraw => ({
  id: composeId('draw', `draw${n}`.padEnd(12, '0'), merchantId),
  prize: '脐橙一箱',
  winners: 2,
  phrase: null,
  commitment: 'c0ffee',
  closesAt: EVENING + 3 * MINUTE,
  result: null,
  ...overrides,
})
