import { err, ok } from '@/domain/result'
import { isId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import type { PaymentGateway } from '../../cloudfunctions/_kernel/ports/payment-gateway'

/** A notice of the bench's wallet: `<payment> <fen>`. */
export const noticeOf = (paymentId: string, amount: number): string => `${paymentId} ${amount}`

/**
 * A wallet that costs nothing, so that what is measured is the shop: no signatures, no network. What the real ones
 * add to an order is measured beside it.
 */
export const benchWallet: PaymentGateway = {
  create: async () => err({ code: 'refused', reason: 'the bench pays by notice' }),
  query: async () => ok({ status: 'unpaid' }),
  close: async () => ok(undefined),
  refund: async () => ok({ done: true }),
  queryRefund: async () => ok({ status: 'none' }),
  downloadBill: async () => err({ code: 'not-ready' }),
  async readNotice({ body }) {
    const [paymentId = '', amount = ''] = body.split(' ')
    if (!isId('payment', paymentId)) return err({ code: 'malformed' })
    return ok({
      kind: 'paid',
      paymentId,
      transactionId: `t${paymentId}`,
      amount: toFen(Number(amount)),
      paidAt: Date.now(),
    })
  },
  acknowledge: (isTaken) => ({ status: isTaken ? 200 : 400, type: 'text/plain', body: '' }),
}
