import { DAY } from '@/domain/time'
import { exportName, spanOf } from './export-range'

const NOW = new Date(2026, 4, 1, 20).getTime()
const midnight = (day: number): number => new Date(2026, 4, day).getTime()

it.each([
  ['today', 1],
  ['week', 7],
  ['month', 30],
] as const)('%s is so many whole days, today among them', (range, days) => {
  const span = spanOf(range, NOW)
  expect(span.until).toBe(midnight(2))
  expect(span.until - span.from).toBe(days * DAY)
})

it('names the file after its first and its last day', () => {
  expect(exportName(spanOf('today', NOW))).toBe('orders-20260501-20260501.csv')
  expect(exportName(spanOf('week', NOW))).toBe('orders-20260425-20260501.csv')
})
