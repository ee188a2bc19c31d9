import type { Page } from 'playwright-core'
import { Random } from '../../test/simulation/engine/random'
import { orchardLive, roomPage } from '../../test/journeys/seeded'
import type { Stage } from '../../test/journeys/stage'
import { streamServerOf } from '../../test/journeys/stream-server'
import { spread } from '../percentile'
import { lossyProxy } from './lossy-proxy'

const TRIES = 5
const FREEZE_MS = 7000
const LOSS = 0.3
const LOSSY_MS = 60_000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function watch(stage: Stage): Promise<Page> {
  const page = await stage.open({ as: 'wechat-lin', at: roomPage(orchardLive) })
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 3)
  return page
}

/** Resolves with when a new picture came after one that stood still for half a second. */
const untilBack = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let last = -1
    let since = Date.now()
    let hasStood = false
    for (;;) {
      await new Promise(requestAnimationFrame)
      const position = document.querySelector('video')?.currentTime ?? 0
      if (position === last) {
        hasStood ||= Date.now() - since > 500
        continue
      }
      last = position
      since = Date.now()
      if (hasStood && position > 0) return since
    }
  })

/** The video server freezes for a while, or dies and is started again: how soon the picture is back. */
export async function measureRecovery(stage: Stage): Promise<object> {
  const page = await watch(stage)
  const thawed: number[] = []
  const killed: number[] = []
  for (let n = 0; n < TRIES; n += 1) {
    const server = streamServerOf(stage.product.dataDir)
    const back = untilBack(page)
    process.kill(server, 'SIGSTOP')
    await pause(FREEZE_MS)
    process.kill(server, 'SIGCONT')
    const thawAt = Date.now()
    thawed.push((await back) - thawAt)
    await pause(3000)
    const again = untilBack(page)
    const killAt = Date.now()
    process.kill(server, 'SIGKILL')
    killed.push((await again) - killAt)
    await pause(3000)
  }
  await page.context().close()
  return { afterThawMs: spread(thawed), afterKillMs: spread(killed) }
}

/** A minute on a line that loses three packets of ten: how much of it was played, and how late the picture is then. */
export async function measureLoss(stage: Stage): Promise<object> {
  const random = new Random(1)
  const proxy = await lossyProxy(LOSS, () => random.next())
  const context = await stage.browser.newContext({
    viewport: { width: 390, height: 844 },
    proxy: { server: proxy.server, bypass: '<-loopback>' },
  })
  const page = await context.newPage()
  await page.goto(`${stage.url}/?as=wechat-lin#${roomPage(orchardLive)}`)
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0, null, {
    timeout: 60_000,
  })
  const seen = await page.evaluate(async (forMs) => {
    const from = performance.now()
    let [last, lastAt, playedMs, stalls, longestMs] = [-1, from, 0, 0, 0]
    while (performance.now() - from < forMs) {
      await new Promise(requestAnimationFrame)
      const position = document.querySelector('video')?.currentTime ?? 0
      if (position === last) continue
      const gapMs = performance.now() - lastAt
      if (gapMs > 400) stalls += 1
      else playedMs += gapMs
      longestMs = Math.max(longestMs, gapMs)
      last = position
      lastAt = performance.now()
    }
    return { playedPercent: Math.round((100 * playedMs) / forMs), stalls, longestMs: Math.round(longestMs) }
  }, LOSSY_MS)
  await context.close()
  proxy.stop()
  return seen
}
