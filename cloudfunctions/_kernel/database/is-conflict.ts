import { errorCode } from './error-code'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'
const UNIQUE_VIOLATION = '23505'

/** True when the database gave this transaction up for another one: the same work may succeed if started again. */
export function isConflict(cause: unknown): boolean {
  const code = errorCode(cause)
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED
}

/** Two transactions wrote the same new row, an intent's key for one: the second finds it when it starts again. */
export const isTaken = (cause: unknown): boolean => errorCode(cause) === UNIQUE_VIOLATION
