import type { CDPSession, Page } from 'playwright-core'
import { setTimeout as sleep } from 'node:timers/promises'
import { productIdOf } from '../../local/seed/seed-ids'
import { ApiClient } from '../../test/journeys/api-client'
import { orchard, orchardLive, roomPage } from '../../test/journeys/seeded'
import { watchVideo } from '../../test/journeys/shopping'
import { Stage } from '../../test/journeys/stage'
import { streamServerOf } from '../../test/journeys/stream-server'
import { Crowd } from '../crowd'
import { heapBytes } from '../heap'
import { hashOf, LogFollower } from './log-follower'

const MINUTES = Number(process.env.BENCH_MINUTES ?? 60)
const ROUND_MINUTES = Math.min(5, MINUTES)
const MESSAGES_PER_SECOND = 40
const HOST_ACTS_EVERY_MS = 3_000
const SETTLE_MS = 15_000

interface Watcher {
  readonly page: Page
  readonly devTools: CDPSession
}

/**
 * A show of an hour: the chat as full as it gets, a host at work, the video server killed every five minutes. What is
 * told: heap of two watching pages after each round, whether the picture came back, and whether everybody's room is
 * the server's at the end.
 */
export async function benchSoak(): Promise<object> {
  const stage = await Stage.set()
  try {
    const followers = await Promise.all(
      ['wechat-lin', 'alipay-wang'].map((persona) => LogFollower.follow(stage.url, orchardLive, persona)),
    )
    const watchers = await Promise.all(['wechat-chen', 'alipay-feng'].map((who) => watch(stage, who)))
    const crowd = await Crowd.gather(stage.url, orchardLive)
    const rounds = []
    for (let minute = 0; minute < MINUTES; minute += ROUND_MINUTES)
      rounds.push(await playRound(stage, crowd, watchers))
    await sleep(SETTLE_MS)
    const host = await ApiClient.as(stage.url, 'host-orchard')
    const { state } = await host.ask<'rooms', 'enter'>('rooms/enter', { roomId: orchardLive })
    const hashes = followers.map((follower) => follower.hash())
    for (const follower of followers) follower.end()
    crowd.end()
    return { minutes: MINUTES, rounds, events: state.seq, serverHash: hashOf(state), hashes }
  } finally {
    await stage.strike()
  }
}

async function watch(stage: Stage, as: string): Promise<Watcher> {
  const page = await stage.open({ as, at: roomPage(orchardLive) })
  await watchVideo(page)
  return { page, devTools: await page.context().newCDPSession(page) }
}

async function playRound(stage: Stage, crowd: Crowd, watchers: readonly Watcher[]) {
  const host = await ApiClient.as(stage.url, 'host-orchard')
  const seconds = ROUND_MINUTES * 60
  const show = new AbortController()
  let missedActs = 0
  const hosting = (async () => {
    for (let act = 0; !show.signal.aborted; act += 1) {
      // a host whose call is lost looks again and goes on
      await actAsHost(host, act).catch(() => (missedActs += 1))
      await sleep(HOST_ACTS_EVERY_MS)
    }
  })()
  const delivered = await crowd.talk(MESSAGES_PER_SECOND, seconds)
  show.abort()
  await hosting
  process.kill(streamServerOf(stage.product.dataDir), 'SIGKILL')
  const backMs = await Promise.all(watchers.map(({ page }) => untilPictureMoves(page)))
  const heapMiB = await Promise.all(
    watchers.map(async ({ devTools }) => Math.round((await heapBytes(devTools)) / 2 ** 18) / 4),
  )
  return { delivered, perSecond: Math.round(delivered / seconds), missedActs, heapMiB, pictureBackMs: backMs }
}

async function actAsHost(host: ApiClient, act: number): Promise<void> {
  const productId = productIdOf(orchard, 1 + (act % 3))
  if (act % 4 === 3) await host.ask('shelf/stop-explaining', { roomId: orchardLive })
  else await host.ask('shelf/explain', { roomId: orchardLive, productId })
}

/** From now until the picture was gone, stood still or began anew, and moves again; -1 when it never does. */
function untilPictureMoves(page: Page): Promise<number> {
  // No function gets a name in here: the loader that runs this file would mark it with a helper that pages lack.
  return page.evaluate(async () => {
    const [start, still] = [performance.now(), 700]
    let [last, movedAt, wasGone] = [-1, start, false]
    while (performance.now() - start < 60_000) {
      const video = document.querySelector('video')
      const at = video?.currentTime ?? 0
      if (at < last || video === null || video.readyState < 2 || performance.now() - movedAt > still)
        wasGone = true
      if (at !== last) {
        if (wasGone && at > last && at > 0) return Math.round(performance.now() - start)
        ;[last, movedAt] = [at, performance.now()]
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return -1
  })
}
