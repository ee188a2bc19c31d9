import { HOUR, SECOND } from '@/domain/time'
import { givenMerchant, givenRoom } from '../../test/builders/given'
import { setUpApplication } from '../../test/builders/test-application'
import { shops } from './index'

const test = setUpApplication([shops])
const shopOf = (userAs: Awaited<ReturnType<ReturnType<typeof test>['someone']>>, merchantId: string) =>
  test().as(userAs).ask<'shops', 'get'>('shops/get', { merchantId })

it('counts a fan once, however often they follow, and lets them go again', async () => {
  const merchantId = await givenMerchant(test())
  const [mei, lan] = [await test().someone(), await test().someone('alipay')]
  expect(await shopOf(mei, merchantId)).toMatchObject({ shop: { fans: 0 }, isFollowing: false })
  await test().as(mei).ask('shops/follow', { merchantId })
  expect(await test().as(mei).ask('shops/follow', { merchantId })).toEqual({ fans: 1 })
  expect(await test().as(lan).ask('shops/follow', { merchantId })).toEqual({ fans: 2 })
  expect(await shopOf(mei, merchantId)).toMatchObject({ shop: { fans: 2 }, isFollowing: true })
  await test().as(mei).ask('shops/unfollow', { merchantId })
  expect(await test().as(mei).ask('shops/unfollow', { merchantId })).toEqual({ fans: 1 })
  expect(await shopOf(mei, merchantId)).toMatchObject({ isFollowing: false })
})

it('counts everybody of a crowd that follows at once, each tapping twice', async () => {
  const merchantId = await givenMerchant(test())
  const crowd = await Promise.all(Array.from({ length: 12 }, () => test().someone()))
  await Promise.all([...crowd, ...crowd].map((one) => test().as(one).ask('shops/follow', { merchantId })))
  expect((await shopOf(await test().someone(), merchantId)).shop.fans).toBe(12)
})

it('shows what is on now and what comes, the soonest first', async () => {
  const merchantId = await givenMerchant(test())
  const later = await givenRoom(test(), merchantId, 'upcoming')
  await test()
    .db.updateTable('rooms')
    .set({ starts_at: test().clock.now() + HOUR })
    .execute()
  const soon = await givenRoom(test(), merchantId, 'upcoming')
  const live = await givenRoom(test(), merchantId)
  await givenRoom(test(), merchantId, 'ended')
  const card = await shopOf(await test().someone(), merchantId)
  expect(card.shop).toEqual({
    id: merchantId,
    name: '云岭果园',
    logoUrl: '/media/logo.jpg',
    fans: 0,
    contact: '',
  })
  expect(card.live?.room.id).toBe(live)
  expect(card.next.map(({ room }) => room.id)).toEqual([soon, later])
  expect(card.serverTime).toBe(test().clock.now())
})

it('lists whom one follows: live ones first, then the latest followed, each with its next show', async () => {
  const fan = await test().someone()
  const [quiet, live, newest] = [
    await givenMerchant(test()),
    await givenMerchant(test()),
    await givenMerchant(test()),
  ]
  await givenMerchant(test())
  for (const merchantId of [quiet, live, newest]) {
    await test().as(fan).ask('shops/follow', { merchantId })
    test().clock.advance(SECOND)
  }
  const [onAir, next] = [await givenRoom(test(), live), await givenRoom(test(), newest, 'upcoming')]
  const { shops: followed } = await test().as(fan).ask<'shops', 'list-followed'>('shops/list-followed')
  expect(followed.map(({ shop, live: now, next: soon }) => [shop.id, now?.id, soon?.id])).toEqual([
    [live, onAir, undefined],
    [newest, undefined, next],
    [quiet, undefined, undefined],
  ])
  const nobody = await test()
    .as(await test().someone())
    .ask<'shops', 'list-followed'>('shops/list-followed')
  expect(nobody.shops).toEqual([])
})

it('knows no shop that is not there', async () => {
  const merchantId = test().ids.make('merchant')
  const someone = test().as(await test().someone())
  for (const name of ['shops/get', 'shops/follow', 'shops/unfollow'])
    expect(await someone.refusal(name, { merchantId })).toBe('shop-not-found')
  expect(await test().as(null).refusal('shops/follow', { merchantId })).toBe('unauthenticated')
})

it('lets its own people say how it is reached, and nobody else', async () => {
  const [host, stranger] = [await test().someone(), await test().someone()]
  const merchantId = await givenMerchant(test(), host)
  const said = { merchantId, contact: ' 电话 400-820-0000 ' }
  expect(await test().as(stranger).refusal('shops/set-contact', said)).toBe('forbidden')
  await test().as(host).ask('shops/set-contact', said)
  expect((await shopOf(stranger, merchantId)).shop.contact).toBe('电话 400-820-0000')
  expect(await test().as(host).refusal('shops/set-contact', { merchantId, contact: 'a\nb' })).toBe(
    'invalid-request contact',
  )
})
