import type { EpochMs } from '@/domain/time'

export interface Clock {
  /** The server's time. */
  now(): EpochMs
}
