import type { Random } from '../../test/simulation/engine/random'

/** What a purchase costs a shard, a server process and its database node: its two commits, and its share of a batch. */
export interface Costs {
  readonly perCommitMs: number
  readonly perOrderMs: number
}

export interface ShardLoad {
  /** Orders a second of each of its shops. */
  readonly rates: readonly number[]
  readonly costs: Costs
  readonly seconds: number
}

/** Most orders of one commit, and most that wait for their turn in a shop: as in the order book. */
const BATCH = 256
const WAITING = 2_000

/** Told of each order: how long it took, or null when it was told `busy`. */
export type Tell = (tookMs: number | null) => void

/** The shops of one shard, in the order in which their oldest order came. Each is there while somebody waits. */
type Queues = Map<number, number[]>

/**
 * A shard serves one batch of one shop after the other, the shop first whose turn came first; what arrives meanwhile
 * waits for the next. Buyers come as they like (a Poisson stream), and do not come again.
 */
export function simulateShard(random: Random, { rates, costs, seconds }: ShardLoad, tell: Tell): void {
  const shopOf = pickByRate(rates)
  const perMs = rates.reduce((sum, rate) => sum + rate, 0) / 1000
  if (perMs === 0) return
  const queues: Queues = new Map()
  const gap = () => -Math.log(1 - random.next()) / perMs
  let [arrival, free] = [gap(), 0]
  const arriveUntil = (moment: number): void => {
    for (; arrival <= moment && arrival < seconds * 1000; arrival += gap()) {
      const shop = shopOf(random.next())
      const queue = queues.get(shop)
      if (!queue) queues.set(shop, [arrival])
      else if (queue.length < WAITING) queue.push(arrival)
      else tell(null)
    }
  }
  while (arrival < seconds * 1000 || queues.size > 0) {
    if (queues.size === 0) free = Math.max(free, arrival)
    arriveUntil(free)
    const next = queues.entries().next()
    if (next.done === true) break
    free = serve(queues, next.value, { from: free, costs, tell })
  }
}

function serve(
  queues: Queues,
  [shop, queue]: readonly [number, number[]],
  { from, costs, tell }: { readonly from: number; readonly costs: Costs; readonly tell: Tell },
): number {
  const batch = queue.splice(0, BATCH)
  const done = from + costs.perCommitMs + costs.perOrderMs * batch.length
  for (const came of batch) tell(done - came)
  // whoever is left queues up behind the other shops
  queues.delete(shop)
  if (queue.length > 0) queues.set(shop, queue)
  return done
}

/** The shop for a number from 0 to below 1, by how much each sells. */
function pickByRate(rates: readonly number[]): (chance: number) => number {
  const sums: number[] = []
  for (const rate of rates) sums.push((sums.at(-1) ?? 0) + rate)
  const total = sums.at(-1) ?? 0
  return (chance) => {
    const wanted = chance * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}
