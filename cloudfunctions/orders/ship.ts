import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { intentOf, type Implementation } from '../_kernel/operation'
import { needShopOrder } from '../_kernel/trade/load-order'
import { correctParcel as correct, ship as shipOrder } from '../_kernel/trade/parcels'

type Orders = Implementation<typeof contracts.orders>

export const ship: Orders['ship'] = async (context, input) => {
  const intent = intentOf(context)
  const shipped = await context.trade.store.transact(
    { merchantId: merchantOf(input.orderId), orders: [input.orderId], intents: [intent] },
    (draft) => shipOrder(draft, { ...input, intent }),
  )
  if (!shipped.ok) return shipped
  return ok({ order: await needShopOrder(context, input.orderId) })
}

export const correctParcel: Orders['correct-parcel'] = async (context, { parcelId, ...tracking }) => {
  const [orderId] = await context.trade.store.ordersOf([parcelId])
  if (!orderId) return err({ code: 'parcel-not-found' })
  const corrected = await context.trade.store.transact(
    { merchantId: merchantOf(parcelId), orders: [orderId] },
    (draft) => correct(draft, parcelId, tracking),
  )
  if (!corrected.ok) return corrected
  return ok({ order: await needShopOrder(context, orderId) })
}
