import * as v from 'valibot'
import { ApiClient } from '../../journeys/api-client'
import { orchard, orchardEnded, orchardLive } from '../../journeys/seeded'
import { cashierOf, chooseOnShelf, openShelf, say, submitOrder, watchVideo } from '../../journeys/shopping'
import { setStage } from '../../journeys/stage'
import { productIdOf } from '../../../local/seed/seed-ids'
import { viewers } from './people'
import { launchOf, roomLaunch } from './way'

const stage = setStage()
const GRAPES = '阳光玫瑰葡萄 尾货清园'
const APPLES = '阿克苏冰糖心苹果'
const STRAWBERRIES = '丹东 99 草莓 顺丰冷链'
const shareCard = v.object({ title: v.string(), path: v.string(), imageUrl: v.string() })

jest.setTimeout(120_000)

describe.each(viewers)('a viewer in $target', ({ target, as }) => {
  const open = () => stage().openMini({ target, as, launch: roomLaunch(orchardLive) })

  it('who cancels in the wallet keeps the order and pays it later from the list', async () => {
    const { page, route } = bound(await open())
    await chooseOnShelf(page, APPLES)
    await submitOrder(page)
    await cashierOf(page).getByText('取消支付').click()
    await page.getByText('还没有付款').first().waitFor()
    await stage().shoot(page, `mini-${target}-cancelled`)
    await page.getByText('继续支付').tap()
    await cashierOf(page).getByText('取消支付').click()
    await page.getByText('还没有付款').first().waitFor()
    await page.getByRole('dialog').getByLabel('关闭').tap()
    await page.locator('[aria-label^="返回"]:visible').tap()
    expect(await route()).toBe('pages/feed/index')
    await page.getByText('订单', { exact: true }).tap()
    await page
      .getByText(/^付款 1\d:\d\d$/)
      .first()
      .tap()
    await cashierOf(page).getByText('确认支付').click()
    // every page of the stack has a place for toasts; the one in sight says it
    await page.locator(':text("付款成功"):visible').first().waitFor()
    await stage().shoot(page, `mini-${target}-orders`)
  })

  it('whose network goes and comes back sees what is true now', async () => {
    const host = await ApiClient.as(stage().url, 'host-orchard')
    const mini = await open()
    await watchVideo(mini.page)
    await mini.goOffline()
    await mini.page.getByText('网络断开了，正在重新连接…').waitFor()
    await stage().shoot(mini.page, `mini-${target}-offline`)
    await host.ask('shelf/explain', { roomId: orchardLive, productId: productIdOf(orchard, 2) })
    await mini.goOffline(false)
    await mini.page.getByLabel(`购买 ${STRAWBERRIES}`).first().waitFor({ timeout: 30_000 })
    await say(mini.page, `${as} 我回来了`)
    await mini.page.getByText(`${as} 我回来了`).first().waitFor({ timeout: 30_000 })
    await host.ask('shelf/stop-explaining', { roomId: orchardLive })
    mini.forgive(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|WebSocket/)
  })

  it('sends a share card whose path leads a friend in the other super-app into the room', async () => {
    const mini = await open()
    await watchVideo(mini.page)
    await mini.page.getByLabel('分享').tap()
    await mini.page.locator('wx-button', { hasText: '发给朋友' }).tap()
    const card = v.parse(shareCard, await mini.shareCard())
    expect(card.path).toContain('&t=')
    const friend = viewers.find((other) => other.target !== target)
    const theirs = await stage().openMini({
      target: friend?.target ?? target,
      as: friend?.as ?? as,
      launch: { ...launchOf(card.path), scene: 1007 },
    })
    await watchVideo(theirs.page)
    await theirs.page.getByText('云岭果园').first().waitFor()
  })

  it('enters by a printed code, which has room for the id alone', async () => {
    const scene = encodeURIComponent(orchardLive)
    const launch = { path: roomLaunch('').path, query: { scene }, scene: 1047 }
    const { page } = await stage().openMini({ target, as, launch })
    await watchVideo(page)
  })

  it('finds words, and a way on, in a room that has ended or never was', async () => {
    const ended = await stage().openMini({ target, as, launch: roomLaunch(orchardEnded) })
    await ended.page.getByText('直播已结束').first().waitFor()
    await stage().shoot(ended.page, `mini-${target}-ended`)
    const nowhere = await stage().openMini({ target, as, launch: roomLaunch('r_orchard0nowhere00000') })
    await nowhere.page.getByText('找不到这个直播间').first().waitFor()
    await nowhere.page.getByText('看看其他直播').tap()
    await nowhere.page.getByText('直播中').first().waitFor()
    nowhere.forgive(/status of 4\d\d/)
  })

  it('comes back from another app and finds the show going on', async () => {
    const mini = await open()
    await watchVideo(mini.page)
    await mini.leave()
    await mini.forgetCrossings()
    const other = await ApiClient.as(stage().url, 'host-orchard')
    await other.ask('shelf/explain', { roomId: orchardLive, productId: productIdOf(orchard, 1) })
    await mini.comeBack()
    await mini.page.getByLabel(`购买 ${APPLES}`).first().waitFor()
    await watchVideo(mini.page)
    await other.ask('shelf/stop-explaining', { roomId: orchardLive })
  })
})

it('sells the last units to whoever is first, and the others read that they are gone', async () => {
  const [weapp, alipay] = await Promise.all(
    viewers.map(({ target, as }) => stage().openMini({ target, as, launch: roomLaunch(orchardLive) })),
  )
  for (const mini of [weapp, alipay]) {
    if (mini === undefined) throw new Error('There are two viewers')
    await chooseOnShelf(mini.page, GRAPES)
    await (await submitOrder(mini.page)).click()
    await mini.page.getByText('付款成功').waitFor()
  }
  const late = await stage().openMini({
    target: 'alipay',
    as: 'alipay-zhao',
    launch: roomLaunch(orchardLive),
  })
  await openShelf(late.page)
  await late.page.getByLabel(`${GRAPES} 已抢光`).waitFor()
  await stage().shoot(late.page, 'mini-alipay-sold-out')
})

const bound = (mini: Awaited<ReturnType<ReturnType<typeof stage>['openMini']>>) => ({
  page: mini.page,
  route: () => mini.route(),
})
