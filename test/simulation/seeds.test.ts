import { runSchedule } from './run-schedule'

/** Seeds that found mistakes in the order core, by what they found. */
const FOUND: readonly (readonly [fact: string, seed: number])[] = [
  ['goes on to receipt when a part was sent and the rest given back', 221],
  ['goes on to receipt when the wallet refused twice to send the rest back', 298],
]

describe('a seed that found a mistake', () => {
  it.each(FOUND)('%s', async (_fact, seed) => {
    expect((await runSchedule(seed)).failure).toBeNull()
  })
})
