import type { CouponId } from '@/domain/ids'
import { DAY, HOUR } from '@/domain/time'
import { givenMerchant } from '../../test/builders/given'
import { givenCoupon, givenSamePerson, hadOf } from '../../test/builders/given-offers'
import { setUpApplication, type Actor } from '../../test/builders/test-application'
import { coupons } from './index'

const test = setUpApplication([coupons])
const crowd = (count: number) => Promise.all(Array.from({ length: count }, () => test().someone()))
const claim = (actor: Actor, couponId: CouponId, key?: string) =>
  test().as(actor).ask<'coupons', 'claim'>('coupons/claim', { couponId }, key)
const refusal = (actor: Actor, couponId: CouponId, key?: string) =>
  test().as(actor).refusal('coupons/claim', { couponId }, key)
const claimable = async (actor: Actor, merchantId: string) =>
  (await test().as(actor).ask<'coupons', 'list-claimable'>('coupons/list-claimable', { merchantId })).coupons
const mine = async (actor: Actor, input: object = {}) =>
  (await test().as(actor).ask<'coupons', 'list-mine'>('coupons/list-mine', input)).coupons
const countsOf = (couponId: CouponId) =>
  test()
    .db.selectFrom('coupons')
    .select(['claimed', 'spent'])
    .where('coupon_id', '=', couponId)
    .executeTakeFirstOrThrow()

describe('claiming', () => {
  it('hands one coupon out for each key, however often it is asked', async () => {
    const viewer = await test().someone()
    const couponId = await givenCoupon(test(), await givenMerchant(test()), { per_person: 3 })
    const first = await claim(viewer, couponId, 'claim-key-1')
    expect(first.held).toMatchObject({
      status: 'held',
      claimedAt: test().clock.now(),
      coupon: { id: couponId },
    })
    expect(await claim(viewer, couponId, 'claim-key-1')).toEqual(first)
    expect((await claim(viewer, couponId, 'claim-key-2')).held.id).not.toBe(first.held.id)
    expect(await countsOf(couponId)).toEqual({ claimed: 2, spent: 0 })
  })

  it('refuses a key that was used for another coupon', async () => {
    const viewer = await test().someone()
    const merchantId = await givenMerchant(test())
    const [one, other] = [await givenCoupon(test(), merchantId), await givenCoupon(test(), merchantId)]
    await claim(viewer, one, 'claim-key-1')
    expect(await refusal(viewer, other, 'claim-key-1')).toBe('idempotency-conflict')
  })

  it('hands one out when twenty taps come at once with one key', async () => {
    const viewer = await test().someone()
    const couponId = await givenCoupon(test(), await givenMerchant(test()), { per_person: 3 })
    const claims = Array.from({ length: 20 }, () => claim(viewer, couponId, 'claim-key-1'))
    expect(new Set((await Promise.all(claims)).map(({ held }) => held.id)).size).toBe(1)
    expect(await countsOf(couponId)).toMatchObject({ claimed: 1 })
  })

  it('hands out what there is when twenty people come at once', async () => {
    const couponId = await givenCoupon(test(), await givenMerchant(test()), { total: 7 })
    const viewers = await crowd(20)
    const answers = await Promise.all(viewers.map((viewer) => refusal(viewer, couponId)))
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(7)
    expect(answers.filter((answer) => answer === 'coupon-gone')).toHaveLength(13)
    expect(await countsOf(couponId)).toMatchObject({ claimed: 7 })
  })

  it('gives a person no more than their part when they come twenty times at once', async () => {
    const couponId = await givenCoupon(test(), await givenMerchant(test()), { per_person: 3, total: 20 })
    const viewer = await test().someone()
    const answers = await Promise.all(Array.from({ length: 20 }, () => refusal(viewer, couponId)))
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(3)
    expect(answers.filter((answer) => answer === 'coupon-limit')).toHaveLength(17)
    expect(await hadOf(test(), couponId, viewer)).toBe(3)
  })

  it('counts one person who comes from both super-apps as one', async () => {
    const couponId = await givenCoupon(test(), await givenMerchant(test()))
    const [here, there] = [await test().someone('weapp'), await test().someone('alipay')]
    await givenSamePerson(test(), there, here)
    const answers = await Promise.all([here, there].map((actor) => refusal(actor, couponId)))
    expect(answers.sort()).toEqual(['coupon-limit', 'ok'])
  })

  it.each([
    ['before its time', { claim_from: 1 }, 'coupon-not-open'],
    ['after its time', { claim_until: 0 }, 'coupon-over'],
    ['at the end of its time', { claim_until: -HOUR }, 'coupon-over'],
    ['that the shop ended', { ended_at: 0 }, 'coupon-over'],
    ['that the shop ended before its time', { claim_from: 1, ended_at: 0 }, 'coupon-over'],
  ])('refuses a coupon %s', async (_when, times, code) => {
    const now = test().clock.now()
    const shifted = Object.fromEntries(Object.entries(times).map(([column, by]) => [column, now + by]))
    const couponId = await givenCoupon(test(), await givenMerchant(test()), shifted)
    expect(await refusal(await test().someone(), couponId)).toBe(code)
  })

  it('refuses what is not there, in a shop that is there', async () => {
    const merchantId = await givenMerchant(test())
    expect(await refusal(await test().someone(), test().ids.make('coupon', merchantId))).toBe(
      'coupon-not-found',
    )
  })

  it('is for people whom a super-app knows', async () => {
    const couponId = await givenCoupon(test(), await givenMerchant(test()))
    expect(await refusal(await test().someone('h5'), couponId)).toBe('forbidden')
  })

  it('takes nothing besides the coupon: whose it is comes from the session', async () => {
    const [viewer, other] = await crowd(2)
    const couponId = await givenCoupon(test(), await givenMerchant(test()))
    const asOther = { couponId, userId: other?.userId }
    expect(viewer && (await test().as(viewer).refusal('coupons/claim', asOther))).toBe(
      'invalid-request userId',
    )
  })

  it.each(['claim', 'list-claimable'])('%s ends the session of somebody who is gone', async (operation) => {
    const merchantId = await givenMerchant(test())
    const couponId = await givenCoupon(test(), merchantId)
    const ghost = await test().someone()
    await test().db.deleteFrom('users').execute()
    const input = operation === 'claim' ? { couponId } : { merchantId }
    expect(await test().as(ghost).refusal(`coupons/${operation}`, input)).toBe('unauthenticated')
  })
})

describe('coupons of a shop', () => {
  it('are shown with what is left, what the viewer had and why they cannot be claimed', async () => {
    const now = test().clock.now()
    const merchantId = await givenMerchant(test())
    const viewer = await test().someone()
    const open = await givenCoupon(test(), merchantId, { claim_from: now - 3 * HOUR })
    const gone = await givenCoupon(test(), merchantId, { claim_from: now - 2 * HOUR, total: 2, claimed: 2 })
    const soon = await givenCoupon(test(), merchantId, { claim_from: now + HOUR })
    await givenCoupon(test(), merchantId, { claim_until: now })
    await givenCoupon(test(), merchantId, { ended_at: now - 1 })
    await givenCoupon(test(), await givenMerchant(test()))
    const seen = async () =>
      (await claimable(viewer, merchantId)).map(({ coupon, ...rest }) => ({ id: coupon.id, ...rest }))
    const others = [
      { id: gone, left: 0, mine: 0, refusal: 'coupon-gone' },
      { id: soon, left: 10, mine: 0, refusal: 'coupon-not-open' },
    ]
    expect(await seen()).toEqual([{ id: open, left: 10, mine: 0, refusal: null }, ...others])
    await claim(viewer, open)
    expect(await seen()).toEqual([{ id: open, left: 9, mine: 1, refusal: 'coupon-limit' }, ...others])
  })
})

describe('coupons that somebody holds', () => {
  it('are theirs alone, of one shop or of all, the newest first', async () => {
    const [viewer, other] = [await test().someone(), await test().someone()]
    const [mei, lan] = [await givenMerchant(test()), await givenMerchant(test())]
    const first = await claim(viewer, await givenCoupon(test(), mei))
    await claim(other, await givenCoupon(test(), mei))
    test().clock.advance(1)
    const second = await claim(viewer, await givenCoupon(test(), lan))
    expect(await mine(viewer)).toEqual([second.held, first.held])
    expect(await mine(viewer, { merchantId: mei })).toEqual([first.held])
  })

  it('stay in the list when they expire', async () => {
    const viewer = await test().someone()
    const { held } = await claim(viewer, await givenCoupon(test(), await givenMerchant(test())))
    test().clock.advance(8 * DAY)
    const claims = { user: viewer.userId, host: viewer.host }
    const token = test().signer.sign('session', claims, test().clock.now() + DAY)
    expect(await mine({ ...viewer, token })).toEqual([held])
  })
})
