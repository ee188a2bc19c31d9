import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession } from 'playwright-core'
import { tencentIm } from '../../cloudfunctions/_kernel/adapters/tencent-im/tencent-im'
import { orchardLive } from '../../test/journeys/seeded'
import { watchVideo } from '../../test/journeys/shopping'
import type { Stage } from '../../test/journeys/stage'
import { APP, startChatServer, type ChatServer } from '../../test/contract/chat/chat-server'
import { RawClient } from '../../test/contract/chat/raw-client'
import type { Mini } from '../../test/miniprogram/stage/mini'
import { heapBytes } from '../heap'
import { costOf } from './count'
import { enterWith } from './own-chat'

const BURST = 1_000
/** An hour at 40 messages a second. */
const HOUR = 144_000
const SPEAKERS = 6
/** The server cuts off a connection that says more than 400 things a second. */
const AT_ONCE = 12
const BREATH_MS = 40

/** More than a vendor would ever let through: a burst, and an hour of talk squeezed into minutes. */
export async function flood(stage: Stage): Promise<object> {
  const chat = await startChatServer({ pollingMs: 20, clock: manySeconds() })
  const groups = tencentIm({
    ...APP,
    restUrl: `http://127.0.0.1:${chat.port}/sandbox/im`,
    webhookToken: '',
    fetch,
    clock: Date,
    random: Math.random,
  })
  await groups.ensureGroup(orchardLive, 'flood')
  const mini = await stage.openMini({
    target: 'weapp',
    as: 'wechat-lin',
    launch: { path: 'packages/live/room/index', query: { id: orchardLive } },
    chatOrigin: `http://127.0.0.1:${chat.port}`,
    prepare: (page) => enterWith(page, groups),
  })
  await watchVideo(mini.page)
  const speakers = await Promise.all(Array.from({ length: SPEAKERS }, (_, n) => speakerOf(chat, n)))
  const devTools = await mini.page.context().newCDPSession(mini.page)
  try {
    await say(mini, speakers, { from: 0, count: 200 })
    const burst = await measureBurst(mini, speakers, devTools)
    return { burst, hour: await measureHour(mini, speakers, devTools) }
  } finally {
    for (const speaker of speakers) speaker.end()
    await stage.putMinisAway()
    await chat.stop()
  }
}

/** The vendor gives every second a budget of messages: here it is another second each time it looks. */
function manySeconds(): { now(): number } {
  let looks = 0
  return { now: () => Date.now() + ((looks += 1) % 7) * 1_000 }
}

async function speakerOf(chat: ChatServer, n: number): Promise<RawClient> {
  const speaker = await RawClient.connect(chat.port, `speaker-${n}`)
  await speaker.logIn(`speaker-${n}`)
  await speaker.join(orchardLive)
  return speaker
}

interface Talk {
  readonly from: number
  readonly count: number
}

/** Says so many lines, as fast as connections may speak, and waits until the last one is on the screen. */
async function say(mini: Mini, speakers: readonly RawClient[], { from, count }: Talk): Promise<void> {
  const words = (n: number): string => `这件外套有没有黑色的？身高165穿什么码 ${from + n}`
  let said = 0
  const talk = async (speaker: RawClient): Promise<void> => {
    while (said < count) {
      const breath = sleep(BREATH_MS)
      const lines = Math.min(AT_ONCE, count - said)
      const first = said + 1
      said += lines
      await Promise.all(
        Array.from({ length: lines }, (_, n) => speaker.say(words(first + n), { GroupId: orchardLive })),
      )
      await breath
    }
  }
  await Promise.all(speakers.map(talk))
  await speakers[0]?.say(`${from} ok`, { GroupId: orchardLive })
  await mini.page.getByText(`${from} ok`).first().waitFor({ timeout: 60_000 })
}

async function measureBurst(
  mini: Mini,
  speakers: readonly RawClient[],
  devTools: CDPSession,
): Promise<object> {
  await mini.forgetCrossings()
  const [started, before] = [performance.now(), await scriptMs(devTools)]
  await say(mini, speakers, { from: 1_000, count: BURST })
  const seconds = (performance.now() - started) / 1000
  const cost = costOf({ crossings: await mini.crossings(), messages: BURST, seconds })
  return {
    ...cost,
    seconds: Number(seconds.toFixed(2)),
    scriptMs: Math.round((await scriptMs(devTools)) - before),
  }
}

/** Heap after each quarter of an hour: what only warms up stops growing, a leak does not. */
async function measureHour(
  mini: Mini,
  speakers: readonly RawClient[],
  devTools: CDPSession,
): Promise<object> {
  const before = await heapBytes(devTools)
  const growthBytes: number[] = []
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    await say(mini, speakers, { from: quarter * HOUR, count: HOUR / 4 })
    await mini.forgetCrossings()
    growthBytes.push((await heapBytes(devTools)) - before)
  }
  return { messages: HOUR, heapGrowthByQuarterBytes: growthBytes }
}

async function scriptMs(devTools: CDPSession): Promise<number> {
  await devTools.send('Performance.enable')
  const { metrics } = await devTools.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
}
