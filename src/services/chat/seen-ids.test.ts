import { SeenIds } from './seen-ids'

it('knows what it has seen', () => {
  const seen = new SeenIds()
  expect([seen.add('a'), seen.add('b'), seen.add('a')]).toEqual([true, true, false])
})

it('forgets the oldest, so that an evening of chat does not fill the memory', () => {
  const seen = new SeenIds()
  for (let n = 0; n <= 500; n += 1) seen.add(`id-${n}`)
  expect(seen.add('id-1')).toBe(false)
  expect(seen.add('id-0')).toBe(true)
})
