import { sql } from 'kysely'
import type { contracts } from '@/contracts'
import type { FlashSaleView } from '@/contracts/merchant/offers'
import { type FlashSaleId, merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { holdSkus } from '../_kernel/live/hold-skus'
import { tellRoomsShowing } from '../_kernel/live/rooms-showing'
import type { Context, Implementation } from '../_kernel/operation'
import { inTransaction } from '../_kernel/transaction'
import { selectFlashSales } from './select-flash-sales'

/** From now on nobody buys at its price; what was ordered keeps it. The rooms that show it hear of it. */
export const endFlashSale: Implementation<typeof contracts.offers>['end-flash-sale'] = (
  context,
  { flashSaleId },
) =>
  inTransaction(context, async (inside) => {
    const before = await find(inside, flashSaleId)
    if (!before) return err({ code: 'flash-not-found' })
    await holdSkus(inside, before.productId)
    if (await endOnce(inside, flashSaleId))
      await tellRoomsShowing(inside, before.productId, { type: 'flash-sale-ended', flashSaleId })
    const flashSale = await find(inside, flashSaleId)
    return flashSale ? ok({ flashSale }) : err({ code: 'flash-not-found' })
  })

/**
 * A sale that has not begun ends before it could, and one that is over stays as it was. The statement waits for orders
 * that hold the sale.
 */
async function endOnce({ db, clock }: Context, flashSaleId: FlashSaleId): Promise<boolean> {
  const now = clock.now()
  const ended = await db
    .updateTable('flash_sales')
    .set({ starts_at: sql`least(starts_at, ${now}::bigint)`, ends_at: now })
    .where('merchant_id', '=', merchantOf(flashSaleId))
    .where('flash_sale_id', '=', flashSaleId)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

const find = ({ db }: Context, flashSaleId: FlashSaleId): Promise<FlashSaleView | undefined> =>
  selectFlashSales(db, merchantOf(flashSaleId))
    .where('sales.flash_sale_id', '=', flashSaleId)
    .executeTakeFirst()
