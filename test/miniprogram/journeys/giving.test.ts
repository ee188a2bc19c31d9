import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { recompute } from '@/domain/draw'
import { MINUTE } from '@/domain/time'
import { merchantIdOf, productIdOf } from '../../../local/seed/seed-ids'
import { ApiClient } from '../../journeys/api-client'
import { orchard, orchardLive } from '../../journeys/seeded'
import { openShelf, submitOrder } from '../../journeys/shopping'
import { setStage } from '../../journeys/stage'
import { viewers } from './people'
import { roomLaunch } from './way'

const stage = setStage()
const APPLES = '阿克苏冰糖心苹果'
const roomId = orchardLive
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
jest.setTimeout(240_000)

const openBoth = () =>
  Promise.all(viewers.map(({ target, as }) => stage().openMini({ target, as, launch: roomLaunch(roomId) })))
const asHost = () => ApiClient.as(stage().url, 'host-orchard')
const everybody = (minis: Awaited<ReturnType<typeof openBoth>>, act: (page: Page) => Promise<void>) =>
  Promise.all(minis.map(({ page }) => act(page)))

it('lets viewers of both super-apps claim what the host hands out, until it is taken back', async () => {
  const host = await asHost()
  const now = Date.now()
  const { coupon } = await host.ask<'coupons', 'create'>('coupons/create', {
    merchantId: merchantIdOf(orchard),
    title: '直播间减 3 元',
    value: { kind: 'fixed', off: 300 },
    threshold: 1000,
    products: null,
    claimFrom: now - MINUTE,
    claimUntil: now + 60 * MINUTE,
    expiresAt: now + 60 * MINUTE,
    total: 50,
    perPerson: 1,
  })
  const minis = await openBoth()
  const handedOut = { roomId, couponId: coupon.coupon.id }
  await host.ask('coupons/hand-out', { ...handedOut, minutes: 5 })
  await everybody(minis, async (page) => {
    await page.getByLabel('领取 直播间减 3 元').tap()
    await page.getByLabel('直播间减 3 元 已领').waitFor()
  })
  await Promise.all(minis.map((mini) => stage().shoot(mini.page, `mini-${mini.target}-coupon`)))
  await host.ask('coupons/take-back', handedOut)
  await everybody(minis, (page) => page.getByLabel('直播间减 3 元 已领').waitFor({ state: 'detached' }))
  const { coupons } = await host.ask<'coupons', 'list-shop'>('coupons/list-shop', {
    merchantId: merchantIdOf(orchard),
  })
  expect(coupons.find((shown) => shown.coupon.id === coupon.coupon.id)?.claimed).toBe(2)
})

it('shows a flash price to both as it begins, and sells at it, wallet by wallet', async () => {
  const host = await asHost()
  const minis = await openBoth()
  const { products } = await host.ask<'shelf', 'list-products'>('shelf/list-products', {
    merchantId: merchantIdOf(orchard),
  })
  const sku = products.find(({ id }) => id === productIdOf(orchard, 1))?.skus[0]
  if (sku === undefined) throw new Error('No apples')
  const { serverTime } = await host.ask<'rooms', 'list'>('rooms/list')
  await host.ask('offers/plan-flash-sale', {
    skuId: sku.id,
    price: 666,
    startsAt: serverTime,
    endsAt: serverTime + 10 * MINUTE,
    quantity: 5,
    perPerson: 1,
  })
  for (const { page, target } of minis) {
    await openShelf(page)
    const row = page.getByRole('dialog')
    // with the frame in which it began; five are offered, and the first of both leaves four
    await row.getByText(/^剩 [45]$/).waitFor({ timeout: 30_000 })
    await stage().shoot(page, `mini-${target}-flash-shelf`)
    await row.getByLabel(`购买 ${APPLES}`).tap()
    await page.getByText('秒杀价', { exact: true }).first().waitFor()
    await stage().shoot(page, `mini-${target}-flash-checkout`)
    await (await submitOrder(page)).click()
    await page.getByText('付款成功').waitFor()
  }
  const { orders } = await host.ask<'orders', 'list-shop-orders'>('orders/list-shop-orders', {
    merchantId: merchantIdOf(orchard),
  })
  const sold = orders.flatMap(({ lines }) => lines).filter(({ priceKind }) => priceKind === 'flash')
  expect(sold.map(({ price }) => price)).toEqual([666, 666])
})

it('draws one of both, who have said its phrase, and anybody can draw again', async () => {
  const host = await asHost()
  const minis = await openBoth()
  const { draw } = await host.ask<'draws', 'open'>('draws/open', {
    roomId,
    prize: '赣南脐橙一箱',
    winners: 1,
    minutes: 1,
    phrase: '脐橙真甜',
  })
  await everybody(minis, async (page) => {
    await page.getByLabel('抽奖 赣南脐橙一箱').tap()
    await page.getByText('发送口令参与抽奖', { exact: true }).tap()
    await page.getByText('已参与，等开奖').waitFor()
  })
  await Promise.all(minis.map((mini) => stage().shoot(mini.page, `mini-${mini.target}-draw`)))
  await everybody(minis, async (page) => {
    await page.getByText('中奖名单').waitFor({ timeout: 90_000 })
    await page.getByText('重新算一遍', { exact: true }).tap()
    await page.getByText('中奖的人算得出来').waitFor()
    expect(await page.getByText('对不上').count()).toBe(0)
  })
  await Promise.all(minis.map((mini) => stage().shoot(mini.page, `mini-${mini.target}-drawn`)))
  const outcomes = await Promise.all(
    minis.map(async ({ page }) => ((await page.getByText('你中奖了').count()) > 0 ? 'won' : 'lost')),
  )
  expect(outcomes.sort()).toEqual(['lost', 'won'])

  const { entrants } = await host.ask<'draws', 'entrants'>('draws/entrants', { drawId: draw.id })
  const { state } = await host.ask<'rooms', 'enter'>('rooms/enter', { roomId })
  const result = state.offers.draw?.result
  if (!result) throw new Error('The draw was not drawn')
  const again = recompute({ secret: result.secret, entrants, winners: 1 }, sha256)
  expect(again.commitment).toBe(draw.commitment)
  expect(again.entrantsHash).toBe(result.entrantsHash)
  expect(result.winners.map(({ userId }) => userId)).toEqual(again.winners)
})
