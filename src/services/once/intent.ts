import type { CallError } from '../backend'

/** One wish of the person: every try of it carries the same key, so that it happens once at most. */
export interface Intent {
  readonly key: string
  readonly wish: string
}

/** The intent for this wish: the one under way if nothing was changed, else a new one. */
export const intentFor = (previous: Intent | null, wish: string, makeKey: () => string): Intent =>
  previous?.wish === wish ? previous : { key: makeKey(), wish }

/** It may have happened although no good answer came: the next try must be the same one. */
const MAYBE_DONE: ReadonlySet<CallError['code']> = new Set([
  'offline',
  'timeout',
  'unreadable',
  'busy',
  'internal',
])

/** True when nobody knows whether it was done: asking for something else instead might do both. */
export const mayBeDone = (error: CallError): boolean => MAYBE_DONE.has(error.code)

/** What is left of an intent after a failure: a clear refusal ends it, so that trying again is a new wish. */
export const afterFailure = (intent: Intent, error: CallError): Intent | null =>
  mayBeDone(error) ? intent : null
