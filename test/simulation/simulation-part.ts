import { availableParallelism } from 'node:os'
import { tellSeed } from './play-seeds'
import { shareSeeds } from './share-seeds'
import { runJest, type Tally } from '../tools/jest-part'

const SCHEDULES = 100_000

/** The planted bugs first: schedules that find nothing prove nothing before. */
export async function runSimulation(): Promise<Tally> {
  const tests = await runJest(['simulation'], ['--maxWorkers=2'])
  const workers = Math.min(2, availableParallelism())
  const { schedules, failing, seconds } = await shareSeeds({ first: 1, count: SCHEDULES, bug: null, workers })
  const [first] = failing
  if (first) console.log(await tellSeed(first.seed, null))
  console.log(`${schedules} schedules, ${failing.length} failed, ${seconds.toFixed(0)} s`)
  return { passed: tests.passed + (first ? 0 : 1), failed: tests.failed + failing.length }
}
