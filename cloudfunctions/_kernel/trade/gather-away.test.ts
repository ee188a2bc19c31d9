import { DatabaseUnavailable } from '../database/is-unavailable'
import { Gather } from './gather'

it('tries nothing again while the database is away, tells everybody who waits, and serves the next', async () => {
  const batches: number[] = []
  let isAway = true
  const gather = new Gather<number, number>(
    async (_lane, items) => {
      batches.push(items.length)
      if (isAway) throw new DatabaseUnavailable('it stopped')
      return items
    },
    { batch: 2, waiting: 10 },
    setImmediate,
  )
  const told = await Promise.allSettled([1, 2, 3, 4, 5].map((item) => gather.add('a shop', item)))
  expect(new Set(told.map(({ status }) => status))).toEqual(new Set(['rejected']))
  expect(batches).toEqual([2])
  isAway = false
  expect(await gather.add('a shop', 6)).toEqual({ ok: true, value: 6 })
})
