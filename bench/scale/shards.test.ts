import { Random } from '../../test/simulation/engine/random'
import { simulateShard } from './shard'
import { simulateCountry } from './shards'

const COSTS = { perCommitMs: 4, perOrderMs: 0.5 }

function shard(rates: readonly number[]) {
  const took: number[] = []
  let busy = 0
  simulateShard(new Random(1), { rates, costs: COSTS, seconds: 10 }, (ms) => {
    if (ms === null) busy += 1
    else took.push(ms)
  })
  return { served: took.length, busy, longest: Math.max(0, ...took) }
}

describe('a simulated shard', () => {
  it('answers one order in what its commit costs', () => {
    const { served, longest } = shard([0.5])
    expect(served).toBeGreaterThan(0)
    expect(longest).toBe(4.5)
  })

  it('serves one shop far beyond what it could do one by one', () => {
    const { served, busy, longest } = shard([1_000])
    expect(served / 10).toBeCloseTo(1_000, -2)
    expect(busy).toBe(0)
    expect(longest).toBeLessThan(50)
  })

  it('cannot gather what comes to many shops', () => {
    const { longest } = shard(Array.from({ length: 10_000 }, () => 0.1))
    expect(longest).toBeGreaterThan(1_000)
  })

  it('tells a shop that is asked for too much that it is busy, and nobody waits for more than the queue', () => {
    const { served, busy, longest } = shard([4_000])
    expect(busy).toBeGreaterThan(0)
    expect(served + busy).toBeGreaterThan(39_000)
    expect(longest).toBeLessThan(2_300 * (COSTS.perOrderMs + COSTS.perCommitMs / 256))
  })

  it('has nobody to serve when it has no shop', () => {
    expect(shard([])).toEqual({ served: 0, busy: 0, longest: 0 })
  })
})

describe('a simulated country', () => {
  const country = { ordersPerSecond: 10_000, shops: 1_000, skew: 0 }

  it('is the same for the same seed', () => {
    const shards = { shards: 50, costs: COSTS, seconds: 2 }
    expect(simulateCountry(7, country, shards)).toEqual(simulateCountry(7, country, shards))
  })

  it('waits less the more shards there are', () => {
    const [few, many] = [30, 90].map((shards) =>
      simulateCountry(1, country, { shards, costs: COSTS, seconds: 2 }),
    )
    expect(many?.p99Ms).toBeLessThan(few?.p99Ms ?? 0)
  })

  it('is held up by its largest shop when shops are unequal', () => {
    const at = { shards: 90, costs: COSTS, seconds: 2 }
    const equal = simulateCountry(1, country, at)
    const unequal = simulateCountry(1, { ...country, skew: 1 }, at)
    expect(equal.overloaded).toBe(0)
    expect(unequal.firstShop).toBeGreaterThan(1_000)
    expect(unequal.p99Ms).toBeGreaterThan(equal.p99Ms)
  })
})
