import type { PersonId } from '@/domain/ids'
import type { ViewerContext } from '../_kernel/operation'

/** Whom limits count the caller as; null when the caller is gone, the database having been begun anew. */
export async function findPerson({ trade, viewer }: ViewerContext): Promise<PersonId | null> {
  const [buyer] = await trade.store.findBuyers([{ userId: viewer.userId, addressId: null }])
  return buyer?.personId ?? null
}
