import type { CDPSession, Page } from 'playwright-core'
import type { RoomId } from '@/domain/ids'
import { roomPage } from '../../test/journeys/seeded'
import type { Stage } from '../../test/journeys/stage'
import { Crowd } from '../crowd'
import { medians } from './medians'
import { CPU_TIMES_SLOWER } from './slow-phone'

const RUNS = 3
/** What the vendor delivers to a group in a second; it drops the rest. */
const MESSAGES_PER_SECOND = 40
const SECONDS = 10
/** Fills the fifty slots, so that what is measured is a chat that turns. */
const WARM_UP_SECONDS = 2

/** A room's page on a slow phone, first in silence and then while the group talks as fast as it may. */
export async function measureChat(stage: Stage, roomId: RoomId) {
  const crowd = await Crowd.gather(stage.url, roomId)
  const runs = []
  try {
    for (let run = 0; run < RUNS; run += 1) runs.push(await listenOnce(stage, roomId, crowd))
  } finally {
    crowd.end()
  }
  return {
    silent: medians(runs.map(({ silent }) => silent)),
    talking: medians(runs.map(({ talking }) => talking)),
    runs: RUNS,
    seconds: SECONDS,
  }
}

async function listenOnce(stage: Stage, roomId: RoomId, crowd: Crowd) {
  // history is the sign that the page is in the room: newcomers get the last lines
  await crowd.talk(MESSAGES_PER_SECOND, 1)
  const page = await stage.open({ at: roomPage(roomId) })
  await page.waitForFunction(() => (document.querySelector('[role="log"]')?.textContent ?? '') !== '')
  await crowd.talk(MESSAGES_PER_SECOND, WARM_UP_SECONDS)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER })
  const silent = await watch(page, session)
  const [busy, messages] = await Promise.all([watch(page, session), crowd.talk(MESSAGES_PER_SECOND, SECONDS)])
  await page.context().close()
  return {
    silent,
    talking: { ...busy, messages, taskMsPerMessage: busy.taskMs / messages },
  }
}

/** Frames and tasks of the page for ten seconds. */
async function watch(page: Page, session: CDPSession) {
  const before = await taskMs(session)
  const frames = await countFrames(page)
  return { ...frames, taskMs: (await taskMs(session)) - before }
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

function countFrames(page: Page) {
  // No function gets a name in here: the loader that runs this file would mark it with a helper that pages lack.
  return page.evaluate(async (seconds) => {
    const video = document.querySelector('video')
    const picturesBefore = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration))
    })
    observer.observe({ type: 'longtask' })
    const start = performance.now()
    let frames = 0
    while (performance.now() - start < seconds * 1000) {
      await new Promise(requestAnimationFrame)
      frames += 1
    }
    const tookSeconds = (performance.now() - start) / 1000
    observer.disconnect()
    const pictures = (video?.getVideoPlaybackQuality().totalVideoFrames ?? 0) - picturesBefore
    return {
      fps: frames / tookSeconds,
      picturesPerSecond: pictures / tookSeconds,
      longTasks: tasks.length,
      blockedMs: tasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    }
  }, SECONDS)
}
