import { DAY, HOUR, MINUTE } from '@/domain/time'
import { EVENING } from '../../../test/builders/wire'
import { checkPlan, dayStart, EMPTY_PLAN, minutesOf, type RoomPlan } from './room-plan'

const plan = (overrides: Partial<RoomPlan> = {}): RoomPlan => ({
  ...EMPTY_PLAN,
  title: '秋梨专场',
  ...overrides,
})
const midday = dayStart(EVENING, 0) + 12 * HOUR
const later = (hour: string, daysAhead = 0) => ({ kind: 'later', daysAhead, hour }) as const

it.each([
  ['20:00', 1200],
  ['8:05', 485],
  [' 20：30 ', 1230],
  ['20.15', 1215],
  ['24:00', null],
  ['20:60', null],
  ['eight', null],
  ['', null],
])('reads %j as minutes of the day: %s', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes)
})

it('begins right away unless asked otherwise', () => {
  expect(checkPlan(plan(), midday)).toEqual({ ok: true, value: { title: '秋梨专场', startsAt: midday } })
})

it('begins at the hour of the chosen day, by the calendar of this device', () => {
  const start = later('20:30', 2)
  expect(checkPlan(plan({ start }), midday)).toMatchObject({
    value: { startsAt: dayStart(midday + 2 * DAY, 0) + 20 * HOUR + 30 * MINUTE },
  })
})

it('sends the cover that was chosen, and none otherwise', () => {
  expect(checkPlan(plan({ coverUrl: '/media/pic_1' }), midday)).toMatchObject({
    value: { coverUrl: '/media/pic_1' },
  })
})

it('names every problem at once', () => {
  expect(checkPlan(plan({ title: '  ', start: later('11:00') }), midday)).toEqual({
    ok: false,
    error: { title: 'empty', start: 'past' },
  })
  expect(checkPlan(plan({ title: '长'.repeat(31), start: later('soon') }), midday)).toEqual({
    ok: false,
    error: { title: 'too-long', start: 'not-an-hour' },
  })
})
