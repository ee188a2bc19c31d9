import { percentile, spread } from './percentile'

describe('percentiles', () => {
  it('rank by nearest', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index)
    expect(percentile(values, 0.5)).toBe(10)
    expect(percentile(values, 0.95)).toBe(19)
    expect(spread([3.4])).toEqual({ p50: 3, p95: 3, max: 3, runs: 1 })
  })

  it('of nothing do not exist', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError)
  })
})
