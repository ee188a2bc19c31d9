import { errorCode } from './error-code'

/** The database cannot be used at all for now, in a way that its driver has no code for. */
export class DatabaseUnavailable extends Error {
  readonly code = 'database-unavailable'
}

/**
 * What PostgreSQL says when the fault is neither the work's nor the caller's: connections that broke (08…), a disk,
 * memory or connections that ran out (53…), a server that stops or starts (57P…), a file that cannot be read or
 * written (58…, and 42501 on a read-only disk), a session that was shut (25P03) or may only read (25006), and waits
 * that took too long, for a statement (57014) or a lock (55P03).
 */
const STATES = /^(08...|53...|57P0[1-5]|58...|42501|25006|25P03|57014|55P03)$/

const CODES: ReadonlySet<unknown> = new Set([
  'database-unavailable',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** The driver's own words, which carry no code: a pool that is used up, a connection that is gone. */
const WORDS =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed)/

/** True when the database is away or full: nothing was wrong with the work, and later it may well succeed. */
export function isUnavailable(cause: unknown): boolean {
  const code = errorCode(cause)
  if (typeof code === 'string') return STATES.test(code) || CODES.has(code)
  return cause instanceof Error && WORDS.test(cause.message)
}
