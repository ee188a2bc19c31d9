import type { RoomId, SkuId } from '@/domain/ids'
import { openDatabase } from '../../cloudfunctions/_kernel/database/database'
import { migrate } from '../../cloudfunctions/_kernel/database/migrate'
import { type Buyer, givenCrowd, givenGoods, givenStall } from '../../test/faults/crowd'

/** What is for sale, each in the room on whose shelf it is, and the people who buy. */
export interface Market {
  readonly goods: readonly { readonly roomId: RoomId; readonly skuId: SkuId }[]
  readonly buyers: readonly Buyer[]
}

const BUYERS = 512

/** Writes shops with a room on air each into a database that no server has open yet. */
export async function prepareMarket(
  location: string,
  { shops = 1, skus = 1, stock }: { readonly shops?: number; readonly skus?: number; readonly stock: number },
): Promise<Market> {
  const db = await openDatabase(location)
  try {
    await migrate(db)
    const goods: Market['goods'][number][] = []
    for (let shop = 0; shop < shops; shop += 1) {
      const stall = await givenStall(db)
      for (let position = 1; position <= skus; position += 1)
        goods.push({ roomId: stall.roomId, skuId: await givenGoods(db, stall, { stock, position }) })
    }
    return { goods, buyers: await givenCrowd(db, BUYERS) }
  } finally {
    await db.destroy()
  }
}
