import { Random } from '../../test/simulation/engine/random'
import { type Costs, simulateShard } from './shard'

export interface Country {
  readonly ordersPerSecond: number
  readonly shops: number
  /** How unequal shops are: the n-th sells 1/n to this power of what the first sells; 0: all the same. */
  readonly skew: number
}

export interface CountryFigures {
  readonly shards: number
  /** Of all orders, those of the first shop, orders a second. */
  readonly firstShop: number
  /** Shards that are asked for more than they can do with batches of 256. */
  readonly overloaded: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Share of the orders that were told `busy`. */
  readonly busy: number
}

const LONGEST_MS = 60_000

/** All shops of a country, dealt to shards by chance as a hash of their id does. */
export function simulateCountry(
  seed: number,
  country: Country,
  { shards, costs, seconds }: { readonly shards: number; readonly costs: Costs; readonly seconds: number },
): CountryFigures {
  const random = new Random(seed)
  const rates = ratesOf(country)
  const dealt: number[][] = Array.from({ length: shards }, () => [])
  for (const rate of rates) dealt[random.below(shards)]?.push(rate)
  const byMs = new Uint32Array(LONGEST_MS + 1)
  let [served, busy] = [0, 0]
  const tell = (tookMs: number | null): void => {
    if (tookMs === null) busy += 1
    else {
      served += 1
      const ms = Math.min(LONGEST_MS, Math.round(tookMs))
      byMs[ms] = (byMs[ms] ?? 0) + 1
    }
  }
  for (const mine of dealt) simulateShard(random, { rates: mine, costs, seconds }, tell)
  const most = 1000 / (costs.perOrderMs + costs.perCommitMs / 256)
  return {
    shards,
    firstShop: Math.round(rates[0] ?? 0),
    overloaded: dealt.filter((mine) => mine.reduce((sum, rate) => sum + rate, 0) > most).length,
    p50Ms: rank(byMs, served * 0.5),
    p99Ms: rank(byMs, served * 0.99),
    busy: Math.round((busy / Math.max(1, busy + served)) * 10_000) / 10_000,
  }
}

function ratesOf({ ordersPerSecond, shops, skew }: Country): readonly number[] {
  const weights = Array.from({ length: shops }, (_, index) => (index + 1) ** -skew)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (ordersPerSecond * weight) / total)
}

/** The millisecond within which so many were served. */
function rank(byMs: Uint32Array, count: number): number {
  let seen = 0
  return byMs.findIndex((here) => {
    seen += here
    return seen >= count
  })
}
