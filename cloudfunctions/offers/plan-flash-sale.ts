import type { contracts, Input } from '@/contracts'
import type { FlashSaleView } from '@/contracts/merchant/offers'
import { type FlashSaleId, merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { DAY, type EpochMs } from '@/domain/time'
import type { RoomFlashSale } from '@/domain/room-offers'
import { tellRoomsShowing } from '../_kernel/live/rooms-showing'
import type { Context, Implementation } from '../_kernel/operation'
import type { SkuRow } from '../_kernel/trade/trade-rows'
import { selectFlashSales } from './select-flash-sales'

type Plan = Input<'offers', 'plan-flash-sale'>

/** A price that lasts longer is a price, and the regular one should be changed. */
const LONGEST_MS = DAY

/** Under the SKU's lock: of two plans for the same time the second sees the first, and no order is placed meanwhile. */
export const planFlashSale: Implementation<typeof contracts.offers>['plan-flash-sale'] = async (
  context,
  plan,
) => {
  const sku = await lockSku(context, plan)
  if (!sku) return err({ code: 'product-not-found', field: 'skuId' })
  const now = context.clock.now()
  const wrong = findWrong(plan, sku, now)
  if (wrong) return err({ code: 'flash-invalid', field: wrong })
  if (await overlaps(context, plan, now)) return err({ code: 'flash-overlaps', field: 'startsAt' })
  const id = await write(context, plan, now)
  const flashSale = await selectFlashSales(context.db, sku.merchant_id)
    .where('sales.flash_sale_id', '=', id)
    .executeTakeFirstOrThrow()
  await tellRoomsShowing(context, flashSale.productId, {
    type: 'flash-sale-planned',
    flashSale: asShown(flashSale),
  })
  return ok({ flashSale })
}

const asShown = (sale: FlashSaleView): RoomFlashSale => ({
  id: sale.id,
  skuId: sale.skuId,
  productId: sale.productId,
  price: sale.price,
  startsAt: sale.startsAt,
  endsAt: sale.endsAt,
  quantity: sale.quantity,
  perPerson: sale.perPerson,
})

const lockSku = ({ db }: Context, { skuId }: Plan) =>
  db
    .selectFrom('skus')
    .select(['merchant_id', 'price_fen', 'available'])
    .where('merchant_id', '=', merchantOf(skuId))
    .where('sku_id', '=', skuId)
    .forUpdate()
    .executeTakeFirst()

/** The first input that does not fit with the others or with the SKU. */
function findWrong(
  { price, startsAt, endsAt, quantity, perPerson }: Plan,
  sku: Pick<SkuRow, 'price_fen' | 'available'>,
  now: EpochMs,
): keyof Plan | null {
  if (price >= sku.price_fen) return 'price'
  if (endsAt <= startsAt || endsAt <= now || endsAt - startsAt > LONGEST_MS) return 'endsAt'
  if (quantity > sku.available) return 'quantity'
  return perPerson > quantity ? 'perPerson' : null
}

/** Only one flash price of a SKU counts at any time to come; what is over is in nobody's way. */
async function overlaps({ db }: Context, { skuId, startsAt, endsAt }: Plan, now: EpochMs): Promise<boolean> {
  const other = await db
    .selectFrom('flash_sales')
    .select('flash_sale_id')
    .where('merchant_id', '=', merchantOf(skuId))
    .where('sku_id', '=', skuId)
    .where('starts_at', '<', endsAt)
    .where('ends_at', '>', Math.max(startsAt, now))
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

async function write({ db, ids }: Context, plan: Plan, now: EpochMs): Promise<FlashSaleId> {
  const merchantId = merchantOf(plan.skuId)
  const id = ids.make('flashSale', merchantId)
  await db
    .insertInto('flash_sales')
    .values({
      merchant_id: merchantId,
      flash_sale_id: id,
      sku_id: plan.skuId,
      price_fen: plan.price,
      starts_at: plan.startsAt,
      ends_at: plan.endsAt,
      quantity: plan.quantity,
      taken: 0,
      per_person: plan.perPerson,
      created_at: now,
    })
    .execute()
  return id
}
