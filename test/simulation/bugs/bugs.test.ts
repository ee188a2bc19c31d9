import { bugNames, coreWith } from '.'
import { runSchedule } from '../run-schedule'

const SEEDS = 1_000

async function firstSeedThatFinds(bugName: string): Promise<number | null> {
  const core = coreWith(bugName)
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { failure } = await runSchedule(seed, { core })
    if (failure !== null) return seed
  }
  return null
}

describe('a planted bug', () => {
  it.each(bugNames)('%s is found within a thousand seeds', async (bugName) => {
    expect(await firstSeedThatFinds(bugName)).not.toBeNull()
  })

  it('that nobody knows is refused', () => {
    expect(() => coreWith('no-such-bug')).toThrow('No bug is called no-such-bug')
  })
})
