import { MINUTE, SECOND } from '@/domain/time'
import { StallPilot } from './stall-pilot'

const START = 1_700_000_000_000

/** Stalls at these seconds; the last answer. */
const stallAt = (pilot: StallPilot, ...seconds: readonly number[]): boolean =>
  seconds.map((second) => pilot.stalled(START + second * SECOND)).pop() ?? false

it('goes down after three stalls in half a minute, and begins to count anew', () => {
  const pilot = new StallPilot(START)
  expect(stallAt(pilot, 1, 10)).toBe(false)
  expect(stallAt(pilot, 20)).toBe(true)
  expect(stallAt(pilot, 21, 22)).toBe(false)
})

it('forgets stalls that are far apart', () => {
  expect(stallAt(new StallPilot(START), 0, 20, 40, 60, 80)).toBe(false)
})

it('tries more after two minutes without a stall', () => {
  const pilot = new StallPilot(START)
  stallAt(pilot, 60)
  expect(pilot.isSteady(START + 2 * MINUTE)).toBe(false)
  expect(pilot.isSteady(START + 3 * MINUTE)).toBe(true)
  expect(pilot.isSteady(START + 3 * MINUTE + SECOND)).toBe(false)
})

it('waits twice as long after each try that failed, and half an hour at most', () => {
  const pilot = new StallPilot(START)
  let now = START
  const waits: number[] = []
  for (let n = 0; n < 7; n += 1) {
    const from = now
    while (!pilot.isSteady(now)) now += MINUTE
    waits.push((now - from) / MINUTE)
    for (let stall = 0; stall < 3; stall += 1) pilot.stalled(now)
  }
  expect(waits).toEqual([2, 4, 8, 16, 30, 30, 30])
})
