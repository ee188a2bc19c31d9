import { MINUTE, SECOND } from '@/domain/time'

// How jobs are handed out, by every store alike: each attempt waits twice as long as the one before.

/** Most jobs that are taken at once. */
export const JOBS_AT_ONCE = 20
export const FIRST_RETRY_MS = 30 * SECOND
export const LONGEST_RETRY_MS = 10 * MINUTE
