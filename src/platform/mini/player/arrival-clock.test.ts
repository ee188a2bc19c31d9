import { ArrivalClock } from './arrival-clock'

const NOW = 1_700_000_000_000
const aClock = () => new ArrivalClock({ wayMs: 800, cacheMs: 2000 })
const ageOf = (clock: ArrivalClock) => NOW - clock.at(NOW)

it('takes the way and the usual cache before the player says anything', () => {
  expect(ageOf(aClock())).toBe(2800)
})

it('follows what the player has in its cache, without a jump', () => {
  const clock = aClock()
  clock.cached(1000)
  expect(ageOf(clock)).toBe(2500)
  for (let i = 0; i < 30; i += 1) clock.cached(1000)
  expect(ageOf(clock)).toBeCloseTo(1800, 0)
})

it('believes a clock that comes out of the stream more than its guess', () => {
  const clock = aClock()
  clock.message(`livestall-clock1{"t":${NOW - 1500}}`, NOW)
  clock.cached(9000)
  expect(ageOf(clock)).toBe(1500)
  clock.message(`{"t":${NOW - 2500}}`, NOW)
  expect(ageOf(clock)).toBe(1800)
})

it.each([
  ['no number', undefined, ''],
  ['a cache that no player has', 60_000, `{"t":${NOW - 60_000}}`],
  ['less than nothing', -1, `{"t":${NOW + 1000}}`],
  ['words', Number.NaN, 'hello'],
])('ignores %s', (_case, cache, text) => {
  const clock = aClock()
  clock.cached(cache)
  clock.message(text, NOW)
  clock.message(cache, NOW)
  expect(ageOf(clock)).toBe(2800)
})
