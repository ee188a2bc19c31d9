import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { tellSeed } from './play-seeds'
import { shareSeeds } from './share-seeds'

const TOLD = 10

/**
 * `npm run simulate -- --schedules 100000 --seed 1 [--bug lost-update] [--workers 2]`. The last line is for machines;
 * a failing seed tells its history, and plays the same again when it is given alone: `--schedules 1 --seed N`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      schedules: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      bug: { type: 'string' },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  })
  const bug = values.bug ?? null
  const simulation = { first: wholeOf(values.seed), count: wholeOf(values.schedules), bug }
  const { schedules, steps, failing, seconds } = await shareSeeds({
    ...simulation,
    workers: Math.max(1, wholeOf(values.workers)),
  })
  const [first] = failing
  if (first) {
    console.log(await tellSeed(first.seed, bug))
    for (const { seed, failure } of failing.slice(0, TOLD)) console.log(`seed ${seed}: ${failure}`)
    if (failing.length > TOLD) console.log(`… and ${failing.length - TOLD} more`)
    process.exitCode = 1
  }
  console.log(
    `${Math.round(steps / schedules)} steps a schedule, ${Math.round(schedules / seconds)} schedules a second`,
  )
  console.log(JSON.stringify({ schedules, failures: failing.length, seconds: Math.round(seconds * 10) / 10 }))
}

function wholeOf(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`Not a whole number: ${text}`)
  return value
}

main().catch((cause: unknown) => {
  console.error(cause)
  process.exitCode = 1
})
