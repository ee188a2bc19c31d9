import type { IdKind, IdTypes, MerchantId } from '@/domain/ids'

export interface Ids {
  /** A new id; kinds that live on a merchant's shard need the merchant. */
  make<K extends IdKind>(kind: K, merchant?: MerchantId): IdTypes[K]
}
