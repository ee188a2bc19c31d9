import type { EpochMs } from '@/domain/time'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'

/** 2026-05-01 20:00 in Shanghai: an evening show. */
const START = Date.UTC(2026, 4, 1, 12)

/** Time that moves when the test says so. */
export class FakeClock implements Clock {
  #now: EpochMs = START

  now(): EpochMs {
    return this.#now
  }

  advance(ms: number): void {
    this.#now += ms
  }

  reset(): void {
    this.#now = START
  }
}
