import { ApiClient } from './api-client'
import { orchard, orchardEnded, orchardLive, roomPage } from './seeded'
import { productIdOf } from '../../local/seed/seed-ids'
import { say, watchVideo } from './shopping'
import { setStage } from './stage'
import { streamServerOf } from './stream-server'

const stage = setStage()
jest.setTimeout(180_000)

describe('a viewer', () => {
  it('whose network goes and comes back sees what is true now', async () => {
    const set = stage()
    const host = await ApiClient.as(set.url, 'host-orchard')
    const viewer = await set.open({ as: 'wechat-chen', at: roomPage(orchardLive) })
    const friend = await set.open({ as: 'alipay-feng', at: roomPage(orchardLive) })
    await watchVideo(viewer)
    await viewer.context().setOffline(true)
    await viewer.getByText('网络断开了，正在重新连接…').waitFor()
    await set.shoot(viewer, 'room-offline')
    await host.ask('shelf/explain', { roomId: orchardLive, productId: productIdOf(orchard, 2) })
    await say(friend, '草莓新鲜吗')
    await viewer.context().setOffline(false)
    await viewer.getByLabel('购买 丹东 99 草莓 顺丰冷链').first().waitFor({ timeout: 30_000 })
    await say(viewer, '我回来了')
    await friend.getByText('我回来了').first().waitFor({ timeout: 30_000 })
    await host.ask('shelf/stop-explaining', { roomId: orchardLive })
    set.forgive(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/)
  })

  it('goes on watching when the video server died and came back', async () => {
    const set = stage()
    const viewer = await set.open({ as: 'wechat-chen', at: roomPage(orchardLive) })
    await watchVideo(viewer)
    process.kill(streamServerOf(set.product.dataDir), 'SIGKILL')
    await viewer.getByText('画面断了，正在重新连接').waitFor()
    await viewer.getByText('画面断了，正在重新连接').waitFor({ state: 'hidden', timeout: 30_000 })
    await watchVideo(viewer)
    set.forgive(/404 \(Not Found\)|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION/)
  })

  it('finds words, and a way on, in a room that has ended or never was', async () => {
    const set = stage()
    const ended = await set.open({ as: 'alipay-feng', at: roomPage(orchardEnded) })
    await ended.getByText('直播已结束').first().waitFor()
    await set.shoot(ended, 'room-ended')
    const nowhere = await set.open({
      as: 'alipay-feng',
      at: '/packages/live/room/index?id=r_orchard0nowhere00000',
    })
    await nowhere.getByText('找不到这个直播间').first().waitFor()
    await set.shoot(nowhere, 'room-not-found')
    set.forgive(/status of 4\d\d/)
  })

  it('who is a guest in a browser is told where to buy', async () => {
    const set = stage()
    const guest = await set.open({ at: roomPage(orchardLive) })
    await watchVideo(guest)
    await guest.getByLabel(/^货架，/).click()
    await guest.getByRole('dialog').getByLabel('购买 突尼斯软籽石榴').click()
    await guest.getByText('请在微信或支付宝里购买').waitFor()
    await set.shoot(guest, 'guest-checkout')
  })
})
