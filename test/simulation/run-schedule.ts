import { buy } from './actors/buyer'
import { clearDesk, hasOpenRefunds, sell } from './actors/merchant'
import { expectEnding } from './books/ending'
import { type Core, REAL_CORE } from './engine/core'
import { afterAllMicrotasks } from './engine/scheduler'
import { World } from './engine/world'

export interface Played {
  readonly steps: number
  /** What was found wrong; null: nothing. */
  readonly failure: string | null
  /** What became of the orders, in words: for seeing that the seeds reach it all. */
  readonly ends: readonly string[]
}
interface PlayOptions {
  readonly core?: Core
  readonly history?: string[]
  readonly settle?: (next: () => void) => void
  readonly withEnds?: boolean
}

/** Plays one whole schedule: everything in it comes from the seed, so the same seed plays the same again. */
export async function runSchedule(
  seed: number,
  { core = REAL_CORE, history, settle = afterAllMicrotasks, withEnds = false }: PlayOptions = {},
): Promise<Played> {
  const world = new World(seed, core, history ?? null)
  const { scheduler } = world
  const act = (actor: Promise<unknown>): void => {
    actor.catch((cause: unknown) => {
      scheduler.fail(cause)
    })
  }
  try {
    for (const buyer of world.shop.buyers) act(buy(world, buyer))
    act(sell(world))
    await scheduler.run(settle)
    while (hasOpenRefunds(world)) {
      act(clearDesk(world))
      await scheduler.run(settle)
    }
    expectEnding(world)
  } catch (cause) {
    return { steps: scheduler.steps, failure: messageOf(cause), ends: [] }
  }
  return { steps: scheduler.steps, failure: null, ends: withEnds ? endsOf(world) : [] }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

function endsOf({ tables }: World): readonly string[] {
  return [...tables.orders.values()].flatMap(({ order_id: orderId, status }) => {
    const back = tables.refunds.ofOrder(orderId).map(({ cause }) => `sent back: ${cause}`)
    const isRevived = tables.ledger.some(
      ({ order_id: id, move }) => id === orderId && move === 'released' && status !== 'closed',
    )
    return [status, ...back, ...(isRevived ? ['revived'] : [])]
  })
}
