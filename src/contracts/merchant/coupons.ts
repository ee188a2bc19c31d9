import * as v from 'valibot'
import { contract, operation } from '../contract'
import { count, epochMs, idOf } from '../schemas'
import { coupon, roomCoupon, terms } from '../coupons'

export const shopCoupon = v.object({ coupon, claimed: count, spent: count, endedAt: v.nullable(epochMs) })
export type ShopCoupon = v.InferOutput<typeof shopCoupon>
const handedOut = { roomId: idOf('room'), couponId: idOf('coupon') }

export const coupons = contract('coupons', {
  create: operation({
    caller: 'merchant',
    effect: 'once',
    input: v.strictObject({ merchantId: idOf('merchant'), ...terms }),
    output: v.object({ coupon: shopCoupon }),
    errors: ['coupon-invalid', 'product-not-found'],
  }),
  /** Nobody can claim it any more; those that were claimed can be spent until they expire. */
  end: operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({ couponId: idOf('coupon') }),
    output: v.object({ coupon: shopCoupon }),
    errors: ['coupon-not-found'],
  }),
  'list-shop': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant') }),
    output: v.object({ coupons: v.array(shopCoupon), serverTime: epochMs }),
    errors: [],
  }),
  /** In the room, for so many minutes, or until it is taken back. */
  'hand-out': operation({
    caller: 'merchant',
    effect: 'once',
    input: v.strictObject({
      ...handedOut,
      minutes: v.nullable(v.pipe(count, v.minValue(1), v.maxValue(300))),
    }),
    output: v.object({ coupon: roomCoupon }),
    errors: [
      'coupon-not-found',
      'room-not-found',
      'room-not-live',
      'coupon-over',
      'coupon-not-open',
      'coupons-too-many',
    ],
  }),
  'take-back': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.strictObject(handedOut),
    output: v.object({}),
    errors: ['room-not-found'],
  }),
})
