import type { Wallet } from '@/contracts/schemas'
import type { PaymentId } from '@/domain/ids'
import type { TradeDraft } from './trade-draft'
import type { OrderRow } from './trade-rows'

/** From here on the wallet may know of it: it stays `created` until the wallet says what became of it. */
export function writeAttempt(
  draft: TradeDraft,
  order: Pick<OrderRow, 'merchant_id' | 'order_id' | 'total_fen'>,
  { paymentId, wallet }: { readonly paymentId: PaymentId; readonly wallet: Wallet },
): void {
  draft.payments.put({
    merchant_id: order.merchant_id,
    payment_id: paymentId,
    order_id: order.order_id,
    wallet,
    amount_fen: order.total_fen,
    status: 'created',
    transaction_id: null,
    created_at: draft.now,
    paid_at: null,
  })
}
