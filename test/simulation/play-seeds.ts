import { coreWith } from './bugs'
import { runSchedule } from './run-schedule'

export interface Failing {
  readonly seed: number
  readonly failure: string
}
export interface PlayedSeeds {
  readonly schedules: number
  readonly steps: number
  readonly failing: readonly Failing[]
}

/** Plays `count` seeds, one after the other. */
export async function playSeeds(first: number, count: number, bug: string | null): Promise<PlayedSeeds> {
  const core = coreWith(bug)
  const failing: Failing[] = []
  let steps = 0
  for (let seed = first; seed < first + count; seed += 1) {
    const played = await runSchedule(seed, { core })
    steps += played.steps
    if (played.failure !== null) failing.push({ seed, failure: played.failure })
  }
  return { schedules: count, steps, failing }
}

/** How a failing seed came to fail, for a person to read: what was asked and answered, and what ran in between. */
export async function tellSeed(seed: number, bug: string | null): Promise<string> {
  const history: string[] = []
  const { failure } = await runSchedule(seed, { core: coreWith(bug), history })
  const last = history.slice(-LINES)
  const dropped = history.length - last.length
  const head = dropped > 0 ? [`… ${dropped} lines before`] : []
  return [`seed ${seed}: ${failure ?? 'fails no more'}`, ...head, ...last, `=> ${failure ?? 'nothing'}`].join(
    '\n',
  )
}

const LINES = 60
