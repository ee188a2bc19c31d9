import * as fc from 'fast-check'
import { billDayOf, endOfBillDay, parseBillDay, startOfBillDay } from './bill'

const MIDNIGHT = Date.parse('2025-11-23T00:00:00+08:00')

describe('a day of a bill', () => {
  it('begins and ends at midnight in Beijing', () => {
    expect(billDayOf(MIDNIGHT - 1)).toBe('2025-11-22')
    expect(billDayOf(MIDNIGHT)).toBe('2025-11-23')
    expect(startOfBillDay(billDayOf(MIDNIGHT))).toBe(MIDNIGHT)
    expect(billDayOf(endOfBillDay(billDayOf(MIDNIGHT)) - 1)).toBe('2025-11-23')
    expect(billDayOf(endOfBillDay(billDayOf(MIDNIGHT)))).toBe('2025-11-24')
  })

  it('holds every moment between its ends, and is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), (at) => {
        const day = billDayOf(at)
        expect(startOfBillDay(day)).toBeLessThanOrEqual(at)
        expect(endOfBillDay(day)).toBeGreaterThan(at)
        expect(parseBillDay(day)).toEqual({ ok: true, value: day })
      }),
    )
  })

  it.each([
    '',
    '2025-11',
    '2025-11-31',
    '2025-13-01',
    '20251123',
    '2025-1-2',
    '2025-11-23 ',
    'yesterday',
    '2026-02-29',
  ])('is not %j', (text) => {
    expect(parseBillDay(text)).toEqual({ ok: false, error: { code: 'not-a-day' } })
  })
})
