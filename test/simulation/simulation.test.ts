import { tellSeed } from './play-seeds'
import { runSchedule } from './run-schedule'

/** The scheduler's own way, but with a whole turn of the event loop in the place of one tick. */
const inTheNextTurn = (next: () => void): void => {
  setImmediate(next)
}

async function historyOf(seed: number, settle?: (next: () => void) => void): Promise<readonly string[]> {
  const history: string[] = []
  await runSchedule(seed, settle ? { history, settle } : { history })
  return history
}

describe('the simulation', () => {
  it('finds nothing wrong with the order core, and reaches every end that an order can have', async () => {
    const ends = new Set<string>()
    for (let seed = 1; seed <= 300; seed += 1) {
      const played = await runSchedule(seed, { withEnds: true })
      expect({ seed, failure: played.failure }).toEqual({ seed, failure: null })
      for (const end of played.ends) ends.add(end)
    }
    expect([...ends].sort()).toEqual(EVERY_END)
  }, 60_000)

  it('plays the same seed the same again, and another one otherwise', async () => {
    const [first, again, other] = [await historyOf(42), await historyOf(42), await historyOf(43)]
    expect(first.length).toBeGreaterThan(20)
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
  })

  it('lets everything settle between two steps, as a whole turn of the event loop would', async () => {
    for (let seed = 1; seed <= 50; seed += 1)
      expect(await historyOf(seed)).toEqual(await historyOf(seed, inTheNextTurn))
  })

  it('tells how a seed came to fail', async () => {
    const told = await tellSeed(5, 'no-idempotency')
    expect(told).toMatch(/^seed 5: .* came of 1 intents/)
    expect(told).toContain('place asked of')
    expect(told.split('\n').length).toBeLessThan(70)
  })
})

const EVERY_END = [
  'closed',
  'done',
  'paid',
  'part-shipped',
  'refunded',
  'revived',
  'sent back: buyer',
  'sent back: late-payment',
  'sent back: merchant',
  'sent back: second-payment',
]
