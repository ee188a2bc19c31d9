import type { Page } from 'playwright-core'
import { orchardLive } from '../../journeys/seeded'
import { chooseOnShelf, payForChoice, watchVideo } from '../../journeys/shopping'
import { setStage } from '../../journeys/stage'
import { swipe } from '../../journeys/swipe'
import { viewers } from './people'

const stage = setStage()
jest.setTimeout(180_000)

const roomOf = (id: string) => ({ path: 'packages/live/room/index', query: { id } })

/** How often the show's own stream, not its sound alone, was asked for. */
function countConnections(page: Page): () => number {
  let count = 0
  page.on('request', (request) => {
    if (/\/live\/[^?]*\.flv\?/.test(request.url())) count += 1
  })
  return () => count
}

it.each([
  { target: 'weapp', as: 'wechat-lin', sound: /_sound\.flv\?/ },
  { target: 'alipay', as: 'alipay-wang', sound: /_sound\.m3u8\?/ },
] as const)(
  'is watched in $target as large as one likes, stopped and let go on',
  async ({ sound, ...who }) => {
    const { page } = await stage().openMini({ ...who, launch: roomOf(orchardLive) })
    await watchVideo(page)
    await page.getByLabel(/^画质与线路/).tap()
    await page.getByText('线路二 · 更稳').waitFor()
    await stage().shoot(page, `mini-${who.target}-watching`)
    const soundAlone = page.waitForRequest((request) => sound.test(request.url()))
    await page.getByRole('option', { name: '仅听声音' }).tap()
    await soundAlone
    await page.getByRole('option', { name: '原画' }).tap()
    await page.getByLabel('关闭', { exact: true }).tap()
    await watchVideo(page)
    await page.getByLabel('暂停画面').tap({ position: { x: 100, y: 200 } })
    await page.locator('video').waitFor({ state: 'detached' })
    await stage().shoot(page, `mini-${who.target}-paused`)
    await page.getByLabel('继续播放').tap({ position: { x: 100, y: 200 } })
    await watchVideo(page)
  },
)

it.each(viewers)(
  'swipes in $target to the next show and back, and the words away',
  async ({ target, as }) => {
    const { page } = await stage().openMini({ target, as, launch: roomOf(orchardLive) })
    await watchVideo(page)
    const shop = (name: string) =>
      page.locator('.frame:not([hidden])').getByText(name, { exact: true }).first()
    await swipe(page, [190, 420], [195, 250])
    await shop('珠光阁').waitFor()
    await watchVideo(page)
    await swipe(page, [190, 250], [185, 420])
    await shop('云岭果园').waitFor()
    await watchVideo(page)
    await swipe(page, [90, 330], [300, 340])
    await page.getByText('显示聊天和商品').waitFor()
    await shop('云岭果园').waitFor({ state: 'detached' })
    await stage().shoot(page, `mini-${target}-clear`)
    await swipe(page, [300, 330], [90, 340])
    await shop('云岭果园').waitFor()
  },
)

it('goes on in WeChat while the order is looked at, and is not connected anew on the way back', async () => {
  const { page } = await stage().openMini({
    target: 'weapp',
    as: 'wechat-lin',
    launch: roomOf(orchardLive),
  })
  const connections = countConnections(page)
  const before = await watchVideo(page)
  await chooseOnShelf(page, '阿克苏冰糖心苹果')
  await payForChoice(page)
  await page.getByText('查看订单').tap()
  await page.getByText('待发货').first().waitFor()
  const position = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)
  const onTheOrder = await position()
  expect(onTheOrder).toBeGreaterThan(before)
  // longer than a covered player would be kept, were it not in a small window
  await page.waitForFunction(
    (from) => (document.querySelector('video')?.currentTime ?? 0) > from + 6,
    onTheOrder,
  )
  await page.getByLabel('返回').last().tap()
  await page.getByLabel(/^货架，/).waitFor()
  expect(await position()).toBeGreaterThan(onTheOrder)
  expect(connections()).toBeLessThanOrEqual(1)
})
