import { LONGEST_DELAY_MS } from '@/domain/room-on-screen'
import { SECOND } from '@/domain/time'
import { winRates } from './rush'

/** A hundred units for a thousand people, as likely as not on the slower stream. */
const crowd = {
  flv: { count: 500, behindMs: 3 * SECOND, spreadMs: 1 * SECOND },
  hls: { count: 500, behindMs: 8 * SECOND, spreadMs: 2 * SECOND },
}
const SEEDS = Array.from({ length: 40 }, (_, n) => n + 1)

/** Mean over many sales: one of a hundred units says little. */
function rates(leadMs: number) {
  const all = SEEDS.map((seed) => winRates({ crowd, units: 100, leadMs, seed }))
  const mean = (kind: 'flv' | 'hls') => all.reduce((sum, rate) => sum + rate[kind], 0) / all.length
  return { flv: mean('flv'), hls: mean('hls') }
}

it('gives the slow stream nothing when a sale opens as it is announced', () => {
  const { flv, hls } = rates(0)
  expect(hls).toBeLessThan(0.005)
  expect(flv).toBeGreaterThan(0.19)
})

it.each([3, 5, 7])('is not fair with %i seconds of warning', (seconds) => {
  const { flv, hls } = rates(seconds * SECOND)
  expect(flv - hls).toBeGreaterThan(0.05)
})

it('is fair within five in a hundred when the warning outlasts the slowest picture', () => {
  const { flv, hls } = rates(LONGEST_DELAY_MS)
  expect(flv + hls).toBeCloseTo(0.2, 5)
  expect(Math.abs(flv / hls - 1)).toBeLessThan(0.05)
})

it.each([
  { slow: 50, units: 100 },
  { slow: 950, units: 100 },
  { slow: 500, units: 1 },
])('stays fair with $slow slow ones in a thousand and units: $units', ({ slow, units }) => {
  const mixed = { flv: { ...crowd.flv, count: 1000 - slow }, hls: { ...crowd.hls, count: slow } }
  const sum = { flv: 0, hls: 0 }
  for (let seed = 1; seed <= 300; seed += 1) {
    const rate = winRates({ crowd: mixed, units, leadMs: LONGEST_DELAY_MS, seed })
    sum.flv += rate.flv
    sum.hls += rate.hls
  }
  // fewer winners on one side, so a wider margin for chance
  expect(Math.abs(sum.flv / sum.hls - 1)).toBeLessThan(0.1)
})
