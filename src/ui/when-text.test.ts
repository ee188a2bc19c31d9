import { whenText } from './when-text'

const at = (day: number, hour: number, minute = 0): number => new Date(2026, 4, day, hour, minute).getTime()
const NOON = at(1, 12)

it.each([
  ['later today', at(1, 20, 5), '今天 20:05', 'today 20:05'],
  ['after midnight', at(2, 0, 30), '明天 00:30', 'tomorrow 00:30'],
  ['last night', at(0, 23, 59), '昨天 23:59', 'yesterday 23:59'],
  ['next week', at(8, 9), '5月8日 09:00', '2026-05-08 09:00'],
])('names %s', (_, time, chinese, english) => {
  expect(whenText(time, NOON, 'zh-cn')).toBe(chinese)
  expect(whenText(time, NOON, 'en')).toBe(english)
})
