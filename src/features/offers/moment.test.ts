import { DAY, HOUR } from '@/domain/time'
import { momentText, parseMoment, quickMoment } from './moment'

const NOW = new Date(2026, 4, 1, 19, 30).getTime()

it('reads what it writes', () => {
  expect(momentText(NOW)).toBe('2026-05-01 19:30')
  expect(parseMoment(momentText(NOW))).toBe(NOW)
})

it.each(['2026/5/1 19：30', ' 2026.05.01  19:30 '])('reads %j as people type it', (text) => {
  expect(parseMoment(text)).toBe(NOW)
})

it.each(['', '2026-05-01', '2026-02-30 10:00', '2026-05-01 24:00', '2026-05-01 10:60'])(
  'takes %j for no moment',
  (text) => {
    expect(parseMoment(text)).toBeNull()
  },
)

it('counts lengths from where the thing begins, and hours of the day from today', () => {
  expect(quickMoment('days7', NOW, NOW + DAY)).toBe(NOW + 8 * DAY)
  expect(quickMoment('hours2', NOW, NOW)).toBe(NOW + 2 * HOUR)
  expect(momentText(quickMoment('evening', NOW, NOW))).toBe('2026-05-01 20:00')
  expect(momentText(quickMoment('tomorrow', NOW, NOW))).toBe('2026-05-02 00:00')
  expect(quickMoment('now', NOW, 0)).toBe(NOW)
})
