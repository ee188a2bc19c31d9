import type { RoomId, SkuId } from '@/domain/ids'
import { openDatabase } from '../../cloudfunctions/_kernel/database/database'
import { migrate } from '../../cloudfunctions/_kernel/database/migrate'
import { type Buyer, givenCrowd, givenGoods, givenStall } from '../../test/faults/crowd'

/** A stall with everything that is for sale on its shelf, and the people who buy. */
export interface BenchShop {
  readonly roomId: RoomId
  readonly skuIds: readonly SkuId[]
  readonly buyers: readonly Buyer[]
}

const BUYERS = 512

/** Writes a shop into a database that no server has open yet. */
export async function prepareShop(
  location: string,
  { skus, stock }: { readonly skus: number; readonly stock: number },
): Promise<BenchShop> {
  const db = await openDatabase(location)
  try {
    await migrate(db)
    const stall = await givenStall(db)
    const skuIds: SkuId[] = []
    for (let position = 1; position <= skus; position += 1)
      skuIds.push(await givenGoods(db, stall, { stock, position }))
    return { roomId: stall.roomId, skuIds, buyers: await givenCrowd(db, BUYERS) }
  } finally {
    await db.destroy()
  }
}
