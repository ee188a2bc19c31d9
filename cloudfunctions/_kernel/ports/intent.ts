import type { UserId } from '@/domain/ids'

/** One intent of one person: the same key and content is the same intent. */
export interface Intent {
  readonly userId: UserId
  /** `function/operation`. */
  readonly operation: string
  readonly key: string
  readonly contentHash: string
}
