import { composeId } from '@/domain/ids'
import type { Ids } from '../../cloudfunctions/_kernel/ports/ids'

/** Ids that count: the same in every run, and never twice. */
export function seededIds(): Ids {
  let count = 0
  const next = (): string => {
    count += 1
    return count.toString(36)
  }
  return {
    // the count comes first, because owned kinds and merchants keep only the first characters
    make: (kind, merchant) => composeId(kind, next().padStart(6, '0').padEnd(20, '0'), merchant),
    makeEntryId: () => `entry-${next()}`,
    makeSecret: () => `secret-${next()}`,
    makeCorrelationId: () => `test-call-${next()}`,
  }
}
