import { clockAhead, timeLeftText } from './time-left'

it.each([
  [15 * 60_000, '15:00'],
  [61_000, '01:01'],
  [999, '00:01'],
  [0, '00:00'],
  [-5_000, '00:00'],
  [3_723_000, '1:02:03'],
])('writes %d ms as %s', (ms, text) => {
  expect(timeLeftText(ms)).toBe(text)
})

it('measures a wrong device clock against the server', () => {
  expect(clockAhead(10_000, 4_000)).toBe(6_000)
})
