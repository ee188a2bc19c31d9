import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import { readSharer } from '../_kernel/live/sharer-token'
import { intentOf, type Implementation } from '../_kernel/operation'
import { needOrderOf, presentOrder } from '../_kernel/trade/load-order'

/** Answered after the commit that reserves the stock, fixes the price, writes the order and sets its clock. */
export const placeOrder: Implementation<typeof contracts.orders>['place-order'] = async (context, input) => {
  const sharer = readSharer(context, input.roomId, input.sharerToken)
  const placed = await context.trade.place({
    intent: intentOf(context),
    buyerHost: context.viewer.host,
    roomId: input.roomId,
    items: input.items,
    addressId: input.addressId,
    claimId: input.claimId ?? null,
    seal: input.seal ?? null,
    sharer: sharer ? { userId: sharer.userId, channel: sharer.channel } : null,
  })
  if (!placed.ok) return placed
  const { orderId, shown } = placed.value
  if (shown)
    return ok({ order: presentOrder({ ...shown.order, ...shown, merchant_name: shown.merchantName }) })
  return ok({ order: await needOrderOf(context, orderId) })
}
