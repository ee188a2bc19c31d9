import type { CDPSession, Page } from 'playwright-core'
import { orchardLive, roomPage } from '../../test/journeys/seeded'
import type { Stage } from '../../test/journeys/stage'
import { medians } from './medians'
import { CPU_TIMES_SLOWER, slowNetwork } from './slow-phone'
import { bytesUntil, unpackedCode } from './wire-bytes'
import { WireLog } from './wire-log'

const RUNS = 5
const KIB = 1024
/** Long enough for a picture at the slowest; then something is broken. */
const PATIENCE_MS = 60_000

/** A link to a live show, opened cold by a guest on a slow phone with a slow network. */
export async function measureSharePage(stage: Stage) {
  const runs = []
  for (let run = 0; run < RUNS; run += 1) runs.push(await openCold(stage))
  return { ...medians(runs), runs: RUNS }
}

async function openCold(stage: Stage) {
  const context = await stage.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const wire = await WireLog.start(session)
  await throttle(session)
  await markPictures(page)
  await page.goto(`${stage.url}/#${roomPage(orchardLive)}`, { timeout: PATIENCE_MS, waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('moving').length > 0, undefined, {
    timeout: PATIENCE_MS,
    polling: 500,
  })
  const seen = await readTimings(page)
  const plain = unpackedCode(wire.requests)
  if (plain.length > 0) throw new Error(`Not compressed, so that bytes mean nothing: ${plain.join(', ')}`)
  const before = bytesUntil(wire.requests, wire.at(seen.timeOrigin, seen.firstPictureMs))
  await context.close()
  return {
    firstPaintMs: seen.firstPaintMs,
    firstContentMs: seen.firstContentMs,
    firstPictureMs: seen.firstPictureMs,
    movingMs: seen.movingMs,
    largestPaintMs: seen.largestPaintMs,
    blockedMs: seen.blockedMs,
    codeKiB: before.code / KIB,
    scriptsKiB: before.scripts / KIB,
    streamKiB: before.stream / KIB,
    restKiB: before.rest / KIB,
  }
}

async function throttle(session: CDPSession): Promise<void> {
  await session.send('Network.emulateNetworkConditions', slowNetwork)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER })
}

/** The first picture and the second: one alone may be a still. */
async function markPictures(page: Page): Promise<void> {
  // No function gets a name in here: the loader that runs this file would mark it with a helper that pages lack.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const video = document.querySelector('video')
      if (video === null) return
      observer.disconnect()
      video.requestVideoFrameCallback((first) => {
        performance.mark('picture', { startTime: first })
        video.requestVideoFrameCallback((second) => {
          performance.mark('moving', { startTime: second })
        })
      })
    }).observe(document, { childList: true, subtree: true })
  })
}

function readTimings(page: Page) {
  return page.evaluate(async () => {
    const picture = performance.getEntriesByName('picture')[0]?.startTime ?? NaN
    const kept: PerformanceEntry[] = []
    new PerformanceObserver((list) => kept.push(...list.getEntries())).observe({
      type: 'longtask',
      buffered: true,
    })
    new PerformanceObserver((list) => kept.push(...list.getEntries())).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const tasks = kept.filter((entry) => entry.entryType === 'longtask' && entry.startTime < picture)
    const paints = kept.filter((entry) => entry.entryType === 'largest-contentful-paint')
    return {
      timeOrigin: performance.timeOrigin,
      firstPaintMs: performance.getEntriesByName('first-paint')[0]?.startTime ?? NaN,
      firstContentMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      firstPictureMs: picture,
      movingMs: performance.getEntriesByName('moving')[0]?.startTime ?? NaN,
      largestPaintMs: paints.at(-1)?.startTime ?? NaN,
      blockedMs: tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    }
  })
}
