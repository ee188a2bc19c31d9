import type { Copy } from './zh-cn'

/** Words that may have to travel first. */
export interface LazyCopy {
  /** Null while they are on their way, for which this is the signal. */
  readonly read: () => Copy | null
  readonly subscribe: (listener: () => void) => () => void
}
