import type { Page } from 'playwright-core'
import { clothingEnded } from '../../journeys/seeded'
import { payForChoice } from '../../journeys/shopping'
import { setStage } from '../../journeys/stage'
import { viewers } from './people'
import { roomLaunch } from './way'

const stage = setStage()
jest.setTimeout(120_000)

const LINEN = '法国亚麻长袖衬衫'
/** The replay lies over the room that leads to it. */
const pictureOf = (page: Page) => page.locator('.frame:not([hidden]) video')
const secondsOf = (page: Page): Promise<number> =>
  pictureOf(page).evaluate((video) => (video as HTMLVideoElement).currentTime)
const isPlayingFrom = (page: Page, second: number): Promise<unknown> =>
  page.waitForFunction((from) => {
    const video = document.querySelector<HTMLVideoElement>('.frame:not([hidden]) video')
    return video !== null && !video.paused && !video.seeking && video.currentTime > from
  }, second)

it.each(viewers)(
  'a show that is over is watched again in $target, chapter by chapter, and sells',
  async ({ target, as }) => {
    const mini = await stage().openMini({ target, as, launch: roomLaunch(clothingEnded) })
    const { page } = mini
    await page.getByText('看回放').tap()
    await isPlayingFrom(page, 0.2)

    await page.locator('.frame:not([hidden])').getByText('讲解 3').tap()
    await page
      .getByLabel(new RegExp(`看 ${LINEN} 的讲解`))
      .last()
      .tap()
    await isPlayingFrom(page, 60)
    await page.getByLabel(`购买 ${LINEN}`).first().waitFor()
    const bar = page.locator('.frame:not([hidden]) wx-slider input')
    expect(Number(await bar.inputValue())).toBeGreaterThan(60)
    await stage().shoot(page, `mini-${target}-replay`)

    await page.getByLabel('倍速 1×').tap()
    await page.getByLabel('倍速 1.25×').waitFor()
    expect(await pictureOf(page).evaluate((video) => (video as HTMLVideoElement).playbackRate)).toBe(1.25)

    await bar.press('Home')
    await page.waitForFunction(
      () => (document.querySelector<HTMLVideoElement>('.frame:not([hidden]) video')?.currentTime ?? 99) < 20,
    )
    await page.getByLabel('暂停').last().tap()
    await page.getByLabel('播放').last().waitFor()
    expect(await pictureOf(page).evaluate((video) => (video as HTMLVideoElement).paused)).toBe(true)

    const chooseLinen = async (): Promise<void> => {
      await page
        .getByLabel(/^货架，/)
        .last()
        .tap()
      await page.getByRole('dialog').getByLabel(`购买 ${LINEN}`).tap()
    }
    await chooseLinen()
    await page.getByText('商品问答 2').tap()
    await page.getByText('洗完抖开挂着晾').first().waitFor()
    await stage().shoot(page, `mini-${target}-answers`)
    await page.getByLabel('看主播怎么说：亚麻会不会很容易皱？').tap()
    await isPlayingFrom(page, 220)
    expect(await secondsOf(page)).toBeLessThan(300)

    await chooseLinen()
    await page.getByText('提交订单').waitFor()
    await payForChoice(page)
  },
)
