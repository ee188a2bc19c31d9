import type { Insertable } from 'kysely'
import type { UserId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { Skus } from '../database/tables'
import type { StockLedger } from '../database/trade-tables'
import type { Ids } from '../ports/ids'

interface PutIn {
  readonly ids: Pick<Ids, 'makeEntryId'>
  readonly now: EpochMs
  /** Null: nobody in particular. */
  readonly actorId: UserId | null
}

/** The ledger's first lines of SKUs that are new, for the commit that adds them: from there on it always adds up. */
export const firstStock = (
  skus: readonly Pick<Skus, 'merchant_id' | 'sku_id' | 'available'>[],
  { ids, now, actorId }: PutIn,
): Insertable<StockLedger>[] =>
  skus
    // the ledger has moves only: what begins with nothing has made none
    .filter(({ available }) => available > 0)
    .map(({ merchant_id, sku_id, available }) => ({
      merchant_id,
      entry_id: ids.makeEntryId(),
      sku_id,
      move: 'put-in',
      quantity: available,
      order_id: null,
      actor_id: actorId,
      reason: '',
      at: now,
    }))
