import { HOUR, MINUTE } from '@/domain/time'
import { givenCoupon } from '../../test/builders/given-offers'
import { givenSale, type Sale } from '../../test/builders/given-sale'
import { heardSince, stateOf, toldIn, typesToldIn } from '../../test/builders/room-events'
import { setUpApplication } from '../../test/builders/test-application'
import { rooms } from '../rooms'
import { coupons } from './index'

const test = setUpApplication([coupons, rooms])
const handOut = (sale: Sale, couponId: string, minutes: number | null = null) =>
  test().as(sale.host).refusal('coupons/hand-out', { roomId: sale.roomId, couponId, minutes })
const offered = async ({ roomId }: Sale) =>
  (await stateOf(test(), roomId)).offers.coupons.map(({ id, until }) => [id, until])

it('tells the room of a coupon, which everybody there can claim, until it is taken back', async () => {
  const sale = await givenSale(test())
  const before = await stateOf(test(), sale.roomId)
  const couponId = await givenCoupon(test(), sale.merchantId)
  expect(await handOut(sale, couponId)).toBe('ok')
  expect(toldIn(test(), sale.roomId)).toMatchObject([
    {
      type: 'coupon-handed-out',
      coupon: { id: couponId, title: '新客减 5 元', threshold: 5000, until: null },
    },
  ])
  expect(heardSince(test(), before)).toEqual(await stateOf(test(), sale.roomId))
  for (const host of ['weapp', 'alipay'] as const)
    expect(
      await test()
        .as(await test().someone(host))
        .refusal('coupons/claim', { couponId }),
    ).toBe('ok')
  const { pulse } = await test()
    .as(await test().someone())
    .ask('rooms/enter', { roomId: sale.roomId })
  expect(pulse.left).toEqual({ [couponId]: 8 })
  for (let i = 0; i < 2; i += 1)
    await test().as(sale.host).ask('coupons/take-back', { roomId: sale.roomId, couponId })
  expect(typesToldIn(test(), sale.roomId)).toEqual(['coupon-handed-out', 'coupon-taken-back'])
  expect(await offered(sale)).toEqual([])
})

it('takes it back by itself when its minutes are over, those of the last time', async () => {
  const sale = await givenSale(test())
  const couponId = await givenCoupon(test(), sale.merchantId)
  await handOut(sale, couponId, 2)
  test().clock.advance(MINUTE)
  await handOut(sale, couponId, 2)
  expect(await offered(sale)).toEqual([[couponId, test().clock.now() + 2 * MINUTE]])
  test().clock.advance(2 * MINUTE - 1)
  await test().tick()
  expect(typesToldIn(test(), sale.roomId)).not.toContain('coupon-taken-back')
  test().clock.advance(1)
  await test().tick()
  expect(typesToldIn(test(), sale.roomId)).toEqual([
    'coupon-handed-out',
    'coupon-handed-out',
    'coupon-taken-back',
  ])
})

it('leaves one alone that was handed out for good after it had a time', async () => {
  const sale = await givenSale(test())
  const couponId = await givenCoupon(test(), sale.merchantId)
  await handOut(sale, couponId, 1)
  await handOut(sale, couponId)
  test().clock.advance(MINUTE)
  await test().tick()
  expect(await offered(sale)).toEqual([[couponId, null]])
})

it('ends it with the coupon’s own time to be claimed', async () => {
  const sale = await givenSale(test())
  const claimUntil = test().clock.now() + MINUTE
  const couponId = await givenCoupon(test(), sale.merchantId, { claim_until: claimUntil })
  await handOut(sale, couponId, 5)
  expect(await offered(sale)).toEqual([[couponId, claimUntil]])
})

it('takes a coupon that the shop ends out of every room', async () => {
  const sale = await givenSale(test())
  const couponId = await givenCoupon(test(), sale.merchantId)
  await handOut(sale, couponId)
  for (let i = 0; i < 2; i += 1) await test().as(sale.host).ask('coupons/end', { couponId })
  expect(typesToldIn(test(), sale.roomId)).toEqual(['coupon-handed-out', 'coupon-taken-back'])
  expect(await handOut(sale, couponId)).toBe('coupon-over')
})

it('hands out what can be claimed now, in a show that is on, ten at a time', async () => {
  const sale = await givenSale(test())
  const now = test().clock.now()
  const early = await givenCoupon(test(), sale.merchantId, { claim_from: now + HOUR })
  expect(await handOut(sale, early)).toBe('coupon-not-open')
  const over = await givenCoupon(test(), sale.merchantId, { claim_until: now })
  expect(await handOut(sale, over)).toBe('coupon-over')
  expect(await handOut(sale, test().ids.make('coupon', sale.merchantId))).toBe('coupon-not-found')
  const nowhere = { ...sale, roomId: test().ids.make('room', sale.merchantId) }
  const good = []
  for (let i = 0; i < 11; i += 1) good.push(await givenCoupon(test(), sale.merchantId))
  expect(await handOut(nowhere, good[0] ?? '')).toBe('room-not-found')
  for (const couponId of good.slice(0, 10)) expect(await handOut(sale, couponId, 1)).toBe('ok')
  expect(await handOut(sale, good[10] ?? '')).toBe('coupons-too-many')
  expect(await handOut(sale, good[0] ?? '')).toBe('ok')
  await test().as(sale.host).ask('rooms/end', { roomId: sale.roomId })
  expect(await handOut(sale, good[10] ?? '')).toBe('room-not-live')
})

it('refuses a room that is not there when taking back', async () => {
  const sale = await givenSale(test())
  const couponId = await givenCoupon(test(), sale.merchantId)
  const roomId = test().ids.make('room', sale.merchantId)
  expect(await test().as(sale.host).refusal('coupons/take-back', { roomId, couponId })).toBe('room-not-found')
})

it('has no job about what is no hand-out', async () => {
  const context = { ...test().ports, db: test().db, trade: test().trade, afterCommit: () => undefined }
  const roomId = test().ids.make('room', test().ids.make('merchant'))
  for (const subject of ['', 'nothing', `${roomId} nothing`])
    await expect(coupons.jobs['take-back-coupon']?.(context, subject)).rejects.toThrow(/No hand-out/)
})
