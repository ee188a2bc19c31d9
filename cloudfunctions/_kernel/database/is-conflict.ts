const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'

/** True when the database gave this transaction up for another one: the same work may succeed if started again. */
export function isConflict(cause: unknown): boolean {
  if (!(cause instanceof Error) || !('code' in cause)) return false
  return cause.code === SERIALIZATION_FAILURE || cause.code === DEADLOCK_DETECTED
}
