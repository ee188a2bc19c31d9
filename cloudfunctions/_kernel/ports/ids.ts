import type { IdKind, IdTypes, MerchantId } from '@/domain/ids'

export interface Ids {
  /** A new id; kinds that live on a merchant's shard need the merchant. */
  make<K extends IdKind>(kind: K, merchant?: MerchantId): IdTypes[K]
  /** A name for one line of a ledger. */
  makeEntryId(): string
  /** What nobody guesses: 256 bits, as text. */
  makeSecret(): string
  /** A name for one request: a caller tells it, and the log knows the rest. */
  makeCorrelationId(): string
}
