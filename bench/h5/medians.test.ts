import { medians } from './medians'

it('takes the median of each figure by itself', () => {
  const rows = [
    { fps: 60, longTasks: 3 },
    { fps: 55.55, longTasks: 0 },
    { fps: 12, longTasks: 1 },
  ]
  expect(medians(rows)).toEqual({ fps: 55.6, longTasks: 1 })
})

it('of no runs does not exist', () => {
  expect(() => medians([])).toThrow(RangeError)
})
