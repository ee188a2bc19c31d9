import type { contracts } from '@/contracts'
import { isId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { intentOf, type Implementation } from '../_kernel/operation'
import { hasToShip, shipForSure } from '../_kernel/trade/parcels'
import type { TradeDraft } from '../_kernel/trade/trade-draft'
import { orderIn } from './order-in'
import { judgeRows, ordersInSheet, readShippingSheet, type SheetShop } from './read-shipping'

type Orders = Implementation<typeof contracts.orders>

export const previewShipping: Orders['preview-shipping'] = async ({ trade }, { merchantId, csv }) => {
  const sheet = readShippingSheet(csv)
  if (!sheet) return err({ code: 'import-invalid', field: 'csv' })
  const scope = { merchantId, orders: ordersInSheet(sheet, merchantId) }
  const rows = await trade.store.look(scope, (draft) => judgeRows(sheet, shopIn(draft)))
  return ok({ rows: [...rows] })
}

/** All rows are shipped in one commit, or none: they are judged again under the orders' locks. */
export const importShipping: Orders['import-shipping'] = async (context, { merchantId, csv }) => {
  const sheet = readShippingSheet(csv)
  if (!sheet) return err({ code: 'import-invalid', field: 'csv' })
  const intent = intentOf(context)
  const scope = { merchantId, orders: ordersInSheet(sheet, merchantId), intents: [intent] }
  return context.trade.store.transact(scope, (draft) => {
    const earlier = draft.earlier(intent)
    if (!earlier.ok) return earlier
    if (earlier.value !== null) return ok({ shipped: Number(earlier.value) })
    const rows = judgeRows(sheet, shopIn(draft))
    if (rows.some(({ problem }) => problem !== null))
      return err({ code: 'import-invalid' as const, field: 'csv' })
    for (const { orderId, carrier, trackingNumber } of rows)
      shipForSure(draft, { orderId: orderIn(orderId), carrierCode: carrier, trackingNumber, intent: null })
    draft.keep(intent, String(rows.length), merchantId)
    return ok({ shipped: rows.length })
  })
}

const shopIn = (draft: TradeDraft): SheetShop => ({
  has: (orderId) => draft.orders.get(orderId) !== undefined,
  canShip: (orderId) => isId('order', orderId) && hasToShip(draft, orderId),
})
