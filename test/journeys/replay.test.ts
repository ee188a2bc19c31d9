import type { Page } from 'playwright-core'
import { SHORTEST_CHAPTER_MS } from '@/domain/replay'
import { productIdOf } from '../../local/seed/seed-ids'
import { ApiClient } from './api-client'
import { orchard, orchardLive, roomPage } from './seeded'
import { payForChoice, watchVideo } from './shopping'
import { setStage } from './stage'

const stage = setStage()
jest.setTimeout(180_000)

const STRAWBERRIES = '丹东 99 草莓 顺丰冷链'
/** The replay lies over the room, whose page is still there. */
const secondsOf = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.querySelectorAll('video')].pop()?.currentTime ?? 0)
const isPlayingFrom = (page: Page, second: number): Promise<unknown> =>
  page.waitForFunction(
    (from) => ([...document.querySelectorAll('video')].pop()?.currentTime ?? 0) > from + 0.5,
    second,
  )

it('ends a show, which is watched again at once, chapter by chapter, and goes on selling', async () => {
  const set = stage()
  const host = await ApiClient.as(set.url, 'host-orchard')
  const viewer = await set.open({ as: 'wechat-chen', at: roomPage(orchardLive) })
  await watchVideo(viewer)
  await host.ask('shelf/explain', { roomId: orchardLive, productId: productIdOf(orchard, 2) })
  await viewer.getByLabel(`购买 ${STRAWBERRIES}`).first().waitFor()
  // a shorter explanation is no chapter
  await isPlayingFrom(viewer, (await secondsOf(viewer)) + SHORTEST_CHAPTER_MS / 1_000)
  await host.ask('shelf/stop-explaining', { roomId: orchardLive })
  await host.ask('rooms/end', { roomId: orchardLive })

  await viewer.getByText('直播已结束').first().waitFor()
  await viewer.getByText('1 人看过').waitFor()
  await set.shoot(viewer, 'room-ended-with-replay')
  await viewer.getByText('看回放').tap()
  await isPlayingFrom(viewer, 0)
  expect(await viewer.getByLabel(`购买 ${STRAWBERRIES}`).count()).toBe(0)

  await viewer.getByText('讲解 1').tap()
  await viewer.getByLabel(new RegExp(`看 ${STRAWBERRIES} 的讲解`)).tap()
  await isPlayingFrom(viewer, 60)
  const card = viewer.getByLabel(`购买 ${STRAWBERRIES}`).first()
  await card.waitFor()
  expect(await secondsOf(viewer)).toBeGreaterThan(60)
  await set.shoot(viewer, 'replay')

  await card.tap()
  await viewer.getByText('讲解回放').waitFor()
  await payForChoice(viewer)
})
