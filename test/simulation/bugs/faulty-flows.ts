import { merchantOf } from '@/domain/ids'
import { decideOrder } from '@/domain/order'
import { err, ok } from '@/domain/result'
import type { PaymentGateway } from '../../../cloudfunctions/_kernel/ports/payment-gateway'
import { claimCoupon } from '../../../cloudfunctions/_kernel/trade/claim-coupon'
import { giveBack } from '../../../cloudfunctions/_kernel/trade/order-holds'
import type { Core } from '../engine/core'
import type { Bug } from './bug'

/** Gives the units back, and asks the wallets to close afterwards. */
const closeBackwards: Core['closeOrder'] = async (context, orderId, event) => {
  const scope = { merchantId: merchantOf(orderId), orders: [orderId] }
  const attempts = await context.trade.store.transact(scope, (draft) => {
    const whole = draft.whole(orderId)
    const decision = whole && decideOrder(whole.order.status, event)
    if (!whole || decision?.do !== 'move') return []
    draft.orders.put({ ...whole.order, status: decision.to, closed_at: draft.now })
    giveBack(draft, whole)
    return whole.payments
  })
  for (const { payment_id: paymentId, wallet } of attempts) await context.wallets[wallet].close(paymentId)
  return ok(undefined)
}

/** Looks whether there is one left, and hands one out afterwards, without looking. */
const claimUnlocked: Core['claim'] = async ({ trade }, wish) => {
  const { couponId, personId, intent } = wish
  const scope = {
    merchantId: merchantOf(couponId),
    coupons: [couponId],
    persons: [personId],
    intents: [intent],
  }
  const seen = await trade.store.look(scope, (draft) => claimCoupon(draft, wish))
  if (!seen.ok) return seen
  return trade.store.transact(scope, (draft) => {
    const { total, per_person } = draft.coupons.need(couponId)
    draft.coupons.put({ ...draft.coupons.need(couponId), total: Infinity, per_person: Infinity })
    const claimed = claimCoupon(draft, wish)
    draft.coupons.put({ ...draft.coupons.need(couponId), total, per_person })
    return claimed
  })
}

/** Does not see what was given back before. */
const askWithoutMemory =
  (real: Core['askForRefund']): Core['askForRefund'] =>
  (draft, wish) => {
    const whole = draft.whole.bind(draft)
    draft.whole = (orderId) => {
      const seen = whole(orderId)
      return seen && { ...seen, refunds: [] }
    }
    try {
      return real(draft, wish)
    } finally {
      draft.whole = whole
    }
  }

/** Takes every order for a paid one. */
const shipUnpaid =
  (real: Core['ship']): Core['ship'] =>
  (draft, wish) => {
    const order = draft.orders.get(wish.orderId)
    if (order?.status === 'awaiting-payment') draft.orders.put({ ...order, status: 'paid' })
    return real(draft, wish)
  }

const overLine = (name: string, change: (line: PaymentGateway) => Partial<PaymentGateway>): Bug => ({
  name,
  plant: (core) => ({
    ...core,
    overLine: (line) => {
      const real: PaymentGateway = {
        create: (request) => line.create(request),
        query: (paymentId) => line.query(paymentId),
        close: (paymentId) => line.close(paymentId),
        refund: (request) => line.refund(request),
        queryRefund: (refund) => line.queryRefund(refund),
        downloadBill: (day) => line.downloadBill(day),
        readNotice: (webhook) => line.readNotice(webhook),
        acknowledge: (isTaken) => line.acknowledge(isTaken),
      }
      return { ...real, ...change(real) }
    },
  }),
})

const refusedInstead = err({ code: 'refused', reason: 'no answer' } as const)

function refundUnderNewNumbers(line: PaymentGateway): Partial<PaymentGateway> {
  let count = 0
  return {
    refund: (request) => {
      count += 1
      return line.refund({ ...request, refundId: `${request.refundId}-${count}` })
    },
  }
}

export const FAULTY_FLOWS: readonly Bug[] = [
  {
    name: 'release-before-close',
    plant: (core) => ({
      ...core,
      closeOrder: closeBackwards,
      jobs: {
        ...core.jobs,
        'close-unpaid-order': async (context, subject) => {
          await closeBackwards(context, subject as Parameters<Core['closeOrder']>[1], 'payment-window-ended')
          return 'done'
        },
      },
    }),
  },
  { name: 'limit-checked-outside-the-lock', plant: (core) => ({ ...core, claim: claimUnlocked }) },
  {
    name: 'refund-beyond-paid',
    plant: (core) => ({ ...core, askForRefund: askWithoutMemory(core.askForRefund) }),
  },
  { name: 'shipped-unpaid', plant: (core) => ({ ...core, ship: shipUnpaid(core.ship) }) },
  overLine('unknown-refund-taken-for-failed', (line) => ({
    refund: async (request) => {
      const sent = await line.refund(request)
      return !sent.ok && sent.error.code === 'unknown' ? refusedInstead : sent
    },
  })),
  overLine('unknown-close-taken-for-closed', (line) => ({
    close: async (paymentId) => {
      const closed = await line.close(paymentId)
      return !closed.ok && closed.error.code === 'unknown' ? ok(undefined) : closed
    },
  })),
  overLine('under-way-taken-for-sent', (line) => ({
    refund: async (request) => {
      const sent = await line.refund(request)
      return sent.ok ? ok({ done: true }) : sent
    },
  })),
  overLine('refund-under-a-new-number', refundUnderNewNumbers),
]
