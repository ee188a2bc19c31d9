import { auditShop } from '../../test/builders/audit-shop'
import { givenMerchant } from '../../test/builders/given'
import { givenCoupon, givenFlashSale, hadOf, personOf } from '../../test/builders/given-offers'
import { givenBuyer, givenSale, placeOrder } from '../../test/builders/given-sale'
import { setUpApplication, type Actor } from '../../test/builders/test-application'
import { coupons } from '../coupons'
import { orders } from '../orders'
import { session } from './index'

const test = setUpApplication([session, coupons, orders])
const PHONE = 'phone-13800138000'
const verify = (actor: Actor, code = PHONE) => test().as(actor).refusal('session/verify-phone', { code })
const claim = (actor: Actor, couponId: string) => test().as(actor).refusal('coupons/claim', { couponId })

it('makes users with one phone one person, in both super-apps', async () => {
  const [here, there, other] = [
    await test().someone('weapp'),
    await test().someone('alipay'),
    await test().someone('alipay'),
  ]
  for (const actor of [here, there, here]) expect(await verify(actor)).toBe('ok')
  expect(await verify(other, 'phone-13900139000')).toBe('ok')
  const person = await personOf(test(), here)
  expect(await personOf(test(), there)).toBe(person)
  expect(await personOf(test(), other)).not.toBe(person)
})

it('is told to the one who verified, and to nobody else', async () => {
  const [here, other] = [await test().someone('weapp'), await test().someone('weapp')]
  const isVerified = async (actor: Actor) =>
    (await test().as(actor).ask<'session', 'me'>('session/me')).isPhoneVerified
  expect(await isVerified(here)).toBe(false)
  const told = await test().as(here).ask<'session', 'verify-phone'>('session/verify-phone', { code: PHONE })
  expect(told).toMatchObject({ id: here.userId, isPhoneVerified: true })
  expect([await isVerified(here), await isVerified(other)]).toEqual([true, false])
})

it('keeps the phone in no table', async () => {
  await verify(await test().someone())
  const users = await test().db.selectFrom('users').selectAll().execute()
  expect(JSON.stringify(users)).not.toContain('13800138000')
})

it('takes along what somebody had: limits count the sum, in every shop', async () => {
  const [here, there] = [await test().someone('weapp'), await test().someone('alipay')]
  const [one, two] = [
    await givenCoupon(test(), await givenMerchant(test()), { per_person: 2 }),
    await givenCoupon(test(), await givenMerchant(test()), { per_person: 3 }),
  ]
  for (const actor of [here, there]) for (const couponId of [one, two]) await claim(actor, couponId)
  for (const actor of [here, there]) await verify(actor)
  expect([await hadOf(test(), one, here), await hadOf(test(), two, there)]).toEqual([2, 2])
  expect([await claim(here, one), await claim(there, two), await claim(here, two)]).toEqual([
    'coupon-limit',
    'ok',
    'coupon-limit',
  ])
  expect(await auditShop(test().db)).toEqual([])
})

it('takes along units at a flash price, which a closed order gives back to the new person', async () => {
  const sale = await givenSale(test())
  const flash = await givenFlashSale(test(), sale, { per_person: 2 })
  const [here, there] = [await givenBuyer(test(), 'weapp'), await givenBuyer(test(), 'alipay')]
  const order = await placeOrder(test(), { sale, buyer: here })
  await placeOrder(test(), { sale, buyer: there })
  const closed = await placeOrder(test(), { sale, buyer: there })
  expect(await test().as(there).refusal('orders/cancel-order', { orderId: closed.id })).toBe('ok')
  for (const buyer of [here, there]) expect(await verify(buyer)).toBe('ok')
  expect(await hadOf(test(), flash, here)).toBe(2)
  expect(await test().as(here).refusal('orders/cancel-order', { orderId: order.id })).toBe('ok')
  expect(await hadOf(test(), flash, there)).toBe(1)
  expect(await auditShop(test().db)).toEqual([])
})

it('takes only their own along when somebody has a new phone', async () => {
  const [here, there] = [await test().someone('weapp'), await test().someone('alipay')]
  const couponId = await givenCoupon(test(), await givenMerchant(test()), { per_person: 2 })
  for (const actor of [here, there]) await verify(actor)
  for (const actor of [here, there]) await claim(actor, couponId)
  await verify(here, 'phone-13900139000')
  expect([await hadOf(test(), couponId, here), await hadOf(test(), couponId, there)]).toEqual([1, 1])
  expect(await auditShop(test().db)).toEqual([])
})

it('keeps the books when twenty verify while they claim', async () => {
  const couponId = await givenCoupon(test(), await givenMerchant(test()), { per_person: 5, total: 20 })
  const viewers = await Promise.all(Array.from({ length: 20 }, () => test().someone()))
  await Promise.all(viewers.flatMap((viewer) => [claim(viewer, couponId), verify(viewer)]))
  for (const viewer of viewers) await verify(viewer)
  expect(await auditShop(test().db)).toEqual([])
  const held = await test().db.selectFrom('coupon_claims').select('claim_id').execute()
  expect(viewers[0] && (await hadOf(test(), couponId, viewers[0]))).toBe(held.length)
})

it.each([
  ['a proof that is no good', 'stolen', 'invalid-request code'],
  ['a host that does not answer', 'down', 'busy'],
])('counts nobody as somebody else for %s', async (_what, code, refusal) => {
  const viewer = await test().someone()
  const before = await personOf(test(), viewer)
  expect(await verify(viewer, code)).toBe(refusal)
  expect(await personOf(test(), viewer)).toBe(before)
})

it('ends the session of somebody who is gone', async () => {
  const ghost = await test().someone()
  await test().db.deleteFrom('users').execute()
  expect(await verify(ghost)).toBe('unauthenticated')
})
