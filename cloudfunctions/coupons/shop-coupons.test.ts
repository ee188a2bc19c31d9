import { DAY, HOUR } from '@/domain/time'
import { givenMerchant, givenProduct } from '../../test/builders/given'
import { givenCoupon } from '../../test/builders/given-offers'
import { setUpApplication, type Actor } from '../../test/builders/test-application'
import { coupons } from './index'

const test = setUpApplication([coupons])

async function aShop() {
  const host = await test().someone()
  return { host, merchantId: await givenMerchant(test(), host) }
}
/** Ten percent off, at most twenty yuan, for a week from now. */
function termsOf(merchantId: string, change: object = {}) {
  const now = test().clock.now()
  return {
    merchantId,
    title: '全场九折',
    value: { kind: 'percent', percentOff: 10, cap: 2000 },
    threshold: 0,
    products: null,
    claimFrom: now,
    claimUntil: now + DAY,
    expiresAt: now + DAY,
    total: 50,
    perPerson: 2,
    ...change,
  }
}
const create = (host: Actor, terms: object, key?: string) =>
  test().as(host).ask<'coupons', 'create'>('coupons/create', terms, key)
const list = async (host: Actor, merchantId: string) =>
  (await test().as(host).ask<'coupons', 'list-shop'>('coupons/list-shop', { merchantId })).coupons
const end = (host: Actor, couponId: string) =>
  test().as(host).ask<'coupons', 'end'>('coupons/end', { couponId })

describe('a new coupon', () => {
  it('is made once for each key, and can be claimed from its first moment', async () => {
    const { host, merchantId } = await aShop()
    const made = await create(host, termsOf(merchantId), 'coupon-key')
    expect(made.coupon).toMatchObject({ claimed: 0, spent: 0, endedAt: null })
    const { merchantId: _, ...terms } = termsOf(merchantId)
    expect(made.coupon.coupon).toMatchObject(terms)
    expect(await create(host, termsOf(merchantId), 'coupon-key')).toEqual(made)
    expect(await list(host, merchantId)).toEqual([made.coupon])
    const viewer = await test().someone()
    expect(await test().as(viewer).refusal('coupons/claim', { couponId: made.coupon.coupon.id })).toBe('ok')
  })

  it('may be for some products of the shop, each named once', async () => {
    const { host, merchantId } = await aShop()
    const [orange, pear] = [await givenProduct(test(), merchantId), await givenProduct(test(), merchantId)]
    const { coupon } = await create(host, termsOf(merchantId, { products: [pear, orange, pear] }))
    expect(coupon.coupon.products).toEqual([orange, pear].sort())
    expect(await list(host, merchantId)).toEqual([coupon])
  })

  it('is for no product of another shop, and for none that is not there', async () => {
    const { host, merchantId } = await aShop()
    const theirs = await givenProduct(test(), await givenMerchant(test()))
    const mine = await givenProduct(test(), merchantId)
    for (const products of [
      [mine, theirs],
      [mine, test().ids.make('product', merchantId)],
    ])
      expect(await test().as(host).refusal('coupons/create', termsOf(merchantId, { products }))).toBe(
        'product-not-found products',
      )
    expect(await list(host, merchantId)).toEqual([])
  })

  it.each([
    ['claimUntil', 'ends before it begins', { claimFrom: HOUR, claimUntil: HOUR }],
    ['claimUntil', 'is over already', { claimFrom: -HOUR, claimUntil: 0 }],
    ['expiresAt', 'expires while it can be claimed', { expiresAt: DAY - 1 }],
  ])('is refused for its %s when it %s', async (field, _what, times) => {
    const { host, merchantId } = await aShop()
    const now = test().clock.now()
    const shifted = Object.fromEntries(Object.entries(times).map(([name, by]) => [name, now + by]))
    expect(await test().as(host).refusal('coupons/create', termsOf(merchantId, shifted))).toBe(
      `coupon-invalid ${field}`,
    )
  })

  it.each([
    ['value', { value: { kind: 'fixed', off: 501 }, threshold: 500 }, 'coupon-invalid value'],
    ['perPerson', { total: 2, perPerson: 3 }, 'coupon-invalid perPerson'],
    ['percent', { value: { kind: 'percent', percentOff: 100, cap: 1 } }, 'invalid-request value.percentOff'],
    ['missing cap', { value: { kind: 'percent', percentOff: 10 } }, 'invalid-request value.cap'],
    ['cap', { value: { kind: 'percent', percentOff: 10, cap: 0 } }, 'invalid-request value.cap'],
    ['title', { title: ' ' }, 'invalid-request title'],
    ['total', { total: 0 }, 'invalid-request total'],
    ['empty list of products', { products: [] }, 'invalid-request products'],
  ])('is refused for its %s', async (_what, change, code) => {
    const { host, merchantId } = await aShop()
    expect(await test().as(host).refusal('coupons/create', termsOf(merchantId, change))).toBe(code)
  })

  it.each([
    ['all of the threshold', { value: { kind: 'fixed', off: 500 }, threshold: 500 }],
    ['anything, without a threshold', { value: { kind: 'fixed', off: 500 }, threshold: 0 }],
  ])('may take off %s', async (_what, change) => {
    const { host, merchantId } = await aShop()
    expect(await test().as(host).refusal('coupons/create', termsOf(merchantId, change))).toBe('ok')
  })
})

describe('ending', () => {
  it('happens once, at the first word of it', async () => {
    const { host, merchantId } = await aShop()
    const couponId = await givenCoupon(test(), merchantId)
    const first = await end(host, couponId)
    expect(first.coupon.endedAt).toBe(test().clock.now())
    test().clock.advance(HOUR)
    expect(await end(host, couponId)).toEqual(first)
  })

  it('leaves every coupon either claimed before or refused, when twenty claim meanwhile', async () => {
    const { host, merchantId } = await aShop()
    const couponId = await givenCoupon(test(), merchantId, { total: 20 })
    const viewers = await Promise.all(Array.from({ length: 20 }, () => test().someone()))
    const claims = viewers.map((viewer) => test().as(viewer).refusal('coupons/claim', { couponId }))
    const [, ...answers] = await Promise.all([end(host, couponId), ...claims])
    const claimed = answers.filter((answer) => answer === 'ok').length
    expect(answers.filter((answer) => answer === 'coupon-over')).toHaveLength(20 - claimed)
    expect(await list(host, merchantId)).toMatchObject([{ claimed }])
  })

  it('is of a coupon that is there', async () => {
    const { host, merchantId } = await aShop()
    const couponId = test().ids.make('coupon', merchantId)
    expect(await test().as(host).refusal('coupons/end', { couponId })).toBe('coupon-not-found')
  })
})

it('lists the coupons of one shop, the newest first', async () => {
  const { host, merchantId } = await aShop()
  const old = await givenCoupon(test(), merchantId, { ended_at: test().clock.now() })
  test().clock.advance(1)
  const young = await givenCoupon(test(), merchantId)
  await givenCoupon(test(), (await aShop()).merchantId)
  expect((await list(host, merchantId)).map(({ coupon }) => coupon.id)).toEqual([young, old])
})

it.each(['create', 'end', 'list-shop'])('%s is for those who work for the shop', async (operation) => {
  const { merchantId } = await aShop()
  const { host: stranger, merchantId: theirs } = await aShop()
  const couponId = await givenCoupon(test(), merchantId)
  const inputs: Readonly<Record<string, object>> = {
    create: termsOf(merchantId),
    end: { couponId },
    'list-shop': { merchantId },
  }
  expect(await test().as(stranger).refusal(`coupons/${operation}`, inputs[operation])).toBe('forbidden')
  // ids of two shops in one call belong to nobody
  expect(await test().as(stranger).refusal('coupons/end', { couponId, merchantId: theirs })).toBe('forbidden')
})
