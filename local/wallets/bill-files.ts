import type { EpochMs } from '@/domain/time'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import { randomHex, type RandomBytes } from './random'

/** Files that lie ready for whoever has their token, for a short while. */
export interface BillFiles {
  put(content: Buffer): string
  get(token: string): Buffer | null
}

export function createBillFiles(clock: Clock, random: RandomBytes, lifeMs: number): BillFiles {
  const files = new Map<string, { readonly content: Buffer; readonly until: EpochMs }>()
  return {
    put(content) {
      for (const [token, { until }] of files) if (clock.now() >= until) files.delete(token)
      const token = randomHex(random, 48)
      files.set(token, { content, until: clock.now() + lifeMs })
      return token
    },
    get(token) {
      const file = files.get(token)
      return file === undefined || clock.now() >= file.until ? null : file.content
    },
  }
}

/** The file with one letter changed: as long as before, and not the same. */
export function changed(content: Buffer): Buffer {
  const copy = Buffer.from(content)
  const middle = Math.floor(copy.length / 2)
  copy[middle] = (copy[middle] ?? 0) ^ 1
  return copy
}

/** Nothing answers there; whoever looks for a bill elsewhere than agreed must not even ask. */
export const FOREIGN_HOST = 'http://127.0.0.2:9'
