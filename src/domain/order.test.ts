import { decideOrder, type OrderDecision, type OrderEvent, type OrderStatus } from './order'
import { toFen } from './money'

const paid = (stockIsThere: boolean): OrderEvent => ({
  type: 'payment-received',
  amount: toFen(1),
  stockIsThere,
})
const byBuyer: OrderEvent = { type: 'closed-by-buyer' }
const windowEnded: OrderEvent = { type: 'payment-window-ended' }

const TABLE: readonly (readonly [OrderStatus, OrderEvent, OrderDecision])[] = [
  ['awaiting-payment', paid(false), { do: 'take-payment' }],
  ['awaiting-payment', paid(true), { do: 'take-payment' }],
  ['awaiting-payment', byBuyer, { do: 'close', reason: 'buyer' }],
  ['awaiting-payment', windowEnded, { do: 'close', reason: 'timeout' }],
  ['paid', paid(false), { do: 'refund' }],
  ['paid', paid(true), { do: 'refund' }],
  ['paid', byBuyer, { do: 'reject', code: 'order-paid' }],
  ['paid', windowEnded, { do: 'nothing' }],
  ['closed', paid(true), { do: 'revive-and-take-payment' }],
  ['closed', paid(false), { do: 'refund' }],
  ['closed', byBuyer, { do: 'nothing' }],
  ['closed', windowEnded, { do: 'nothing' }],
]

describe('an order', () => {
  it.each(TABLE)('%s on %j decides %j', (status, event, decision) => {
    expect(decideOrder(status, event)).toEqual(decision)
  })

  it('never keeps money without an order to pay for', () => {
    for (const [, event, decision] of TABLE.filter(([, { type }]) => type === 'payment-received')) {
      expect(event.type).toBe('payment-received')
      expect(['take-payment', 'revive-and-take-payment', 'refund']).toContain(decision.do)
    }
  })
})
