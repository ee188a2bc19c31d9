import { setTimeout as sleep } from 'node:timers/promises'
import { productIdOf } from '../../local/seed/seed-ids'
import { ApiClient } from '../../test/journeys/api-client'
import { orchard, orchardLive } from '../../test/journeys/seeded'
import { watchVideo } from '../../test/journeys/shopping'
import type { Stage } from '../../test/journeys/stage'
import type { MiniTarget } from '../../test/miniprogram/bundle'
import type { Mini } from '../../test/miniprogram/stage/mini'
import { costOf, type RoomCost } from './count'
import { Crowd } from '../crowd'

const TARGETS: readonly MiniTarget[] = ['weapp', 'alipay']
const VIEWERS = { weapp: 'wechat-lin', alipay: 'alipay-wang' } as const
/** Fills every slot of the chat, so that what is counted is a full list. */
const FILL_SECONDS = 2

export type Costs = Readonly<Record<MiniTarget, RoomCost>>

export interface Rates {
  readonly messages: number
  readonly likes?: number
  readonly cards?: number
  readonly comings?: number
}

/** The rates of design §6. */
export const CHAT: Rates = { messages: 40 }
export const EVERYTHING: Rates = { messages: 40, likes: 50, cards: 0.5, comings: 1 }

/** What both compiled mini-programs send across their bridge while a room is as busy as `rates` say. */
export async function costWhile(stage: Stage, rates: Rates, seconds: number): Promise<Costs> {
  const launch = { path: 'packages/live/room/index', query: { id: orchardLive } }
  const minis = await Promise.all(
    TARGETS.map((target) => stage.openMini({ target, as: VIEWERS[target], launch })),
  )
  await Promise.all(minis.map(({ page }) => watchVideo(page)))
  const crowd = await Crowd.gather(stage.url, orchardLive)
  const host = await ApiClient.as(stage.url, 'host-orchard')
  await crowd.talk(rates.messages, FILL_SECONDS)
  await Promise.all(minis.map((mini) => mini.forgetCrossings()))
  const [messages] = await Promise.all([
    crowd.talk(rates.messages, seconds),
    crowd.like(rates.likes ?? 0, seconds),
    crowd.comeAndGo(rates.comings ?? 0, seconds),
    changeCards(host, rates.cards ?? 0, seconds),
  ])
  const costs = await Promise.all(minis.map((mini) => costOfMini(mini, messages, seconds)))
  await hearTheEnd(crowd, minis)
  crowd.end()
  const [weapp, alipay] = costs
  if (weapp === undefined || alipay === undefined) throw new Error('There are two targets')
  return { weapp, alipay }
}

const TRIES = 3
const HEARD_WITHIN_MS = 12_000

/** Both phones still hear: a line may get lost on a machine out of breath, as with the vendor, and three may not. */
async function hearTheEnd(crowd: Crowd, minis: readonly Mini[]): Promise<void> {
  for (let left = TRIES - 1; ; left -= 1) {
    const last = await crowd.closeTalk()
    const heard = minis.map(({ page }) => page.getByText(last).first().waitFor({ timeout: HEARD_WITHIN_MS }))
    const outcome = await Promise.allSettled(heard)
    const lost = outcome.find((one) => one.status === 'rejected')
    if (lost === undefined) return
    if (left === 0) throw lost.reason
  }
}

async function costOfMini(mini: Mini, messages: number, seconds: number): Promise<RoomCost> {
  return costOf({ crossings: await mini.crossings(), messages, seconds })
}

async function changeCards(host: ApiClient, perSecond: number, seconds: number): Promise<void> {
  for (let n = 0; n < perSecond * seconds; n += 1) {
    await host.ask('shelf/explain', { roomId: orchardLive, productId: productIdOf(orchard, n % 3) })
    await sleep(1000 / perSecond)
  }
}
