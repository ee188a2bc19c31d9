import { measureInstances, type ScaleRow } from './instances'
import type { Costs } from './shard'
import { type CountryFigures, simulateCountry } from './shards'

const INSTANCES = [1, 2, 4] as const
const SHOPS = 500
const SEED = 1
/** Tmall's peak in 2020, all shops together. */
const PEAK = { ordersPerSecond: 583_000, shops: 100_000 } as const
const SKEWS = [0, 0.5, 0.8] as const

/** Several servers on one PostgreSQL, measured; then many such pairs, simulated with what an order cost here. */
export async function benchScale(): Promise<object> {
  const measured: Record<string, ScaleRow> = {}
  for (const instances of INSTANCES) {
    measured[`one shop, ${instances}`] = await measureInstances(instances, 1)
    measured[`${SHOPS} shops, ${instances}`] = await measureInstances(instances, SHOPS)
  }
  const costs = costsFrom(measured['one shop, 1'], measured[`${SHOPS} shops, 1`])
  return { measured, costs, simulated: simulatePeak(costs) }
}

/** Batches of a full shop cost little but their orders; an order of a shop that is asked for nothing else, both. */
function costsFrom(hot: ScaleRow | undefined, spread: ScaleRow | undefined): Costs {
  const [together, alone] = [hot?.[512].ordersPerSecond ?? 0, spread?.[64].ordersPerSecond ?? 0]
  const perOrderMs = 1000 / together
  return { perOrderMs, perCommitMs: Math.max(0, 1000 / alone - perOrderMs) }
}

function simulatePeak(costs: Costs): Readonly<Record<string, readonly CountryFigures[]>> {
  const alone = 1000 / (costs.perCommitMs + costs.perOrderMs)
  const fewest = Math.ceil(PEAK.ordersPerSecond / alone)
  return Object.fromEntries(
    SKEWS.map((skew) => [
      `skew ${skew}`,
      [1, 1.5, 3].map((times) =>
        simulateCountry(SEED, { ...PEAK, skew }, { shards: Math.ceil(fewest * times), costs, seconds: 5 }),
      ),
    ]),
  )
}
