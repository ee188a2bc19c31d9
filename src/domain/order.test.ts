import {
  canAskForRefund,
  canShip,
  decideOrder,
  ORDER_EVENTS,
  ORDER_STATUSES,
  type OrderEvent,
  type OrderStatus,
} from './order'

const after = (start: OrderStatus, ...events: OrderEvent[]): string =>
  events.reduce<string>((status, event) => {
    const decision = decideOrder(status as OrderStatus, event)
    return decision.do === 'move' ? decision.to : `${status} ${decision.do}`
  }, start)

describe('the life of an order', () => {
  it('goes from payment to parcels to receipt to its end', () => {
    expect(
      after(
        'awaiting-payment',
        'paid-with-stock',
        'part-shipped',
        'all-shipped',
        'received-by-buyer',
        'after-sales-window-ended',
      ),
    ).toBe('done')
  })

  it('reaches every status from a new order', () => {
    const reached = new Set<OrderStatus>(['awaiting-payment'])
    for (const status of reached)
      for (const event of ORDER_EVENTS) {
        const decision = decideOrder(status, event)
        if (decision.do === 'move') reached.add(decision.to)
      }
    expect([...reached].sort()).toEqual([...ORDER_STATUSES].sort())
  })

  it.each(ORDER_STATUSES.flatMap((status) => ORDER_EVENTS.map((event) => [status, event] as const)))(
    'decides %s when %s',
    (status, event) => {
      expect(['move', 'refund', 'nothing', 'reject']).toContain(decideOrder(status, event).do)
    },
  )

  it('never drops money: a payment pays for the order or goes back', () => {
    for (const status of ORDER_STATUSES)
      for (const event of ['paid-with-stock', 'paid-without-stock'] as const) {
        const decision = decideOrder(status, event)
        expect(decision.do === 'refund' || (decision.do === 'move' && decision.to === 'paid')).toBe(true)
      }
  })

  it('gives a closed order its payment only when the stock is there', () => {
    expect(decideOrder('closed', 'paid-with-stock')).toEqual({ do: 'move', to: 'paid' })
    expect(decideOrder('closed', 'paid-without-stock')).toEqual({ do: 'refund' })
  })

  it('does not revive an order whose money went back', () => {
    expect(decideOrder('refunded', 'paid-with-stock')).toEqual({ do: 'refund' })
  })

  it('tells why an order was closed', () => {
    expect(decideOrder('awaiting-payment', 'payment-window-ended')).toEqual({
      do: 'move',
      to: 'closed',
      closeReason: 'timeout',
    })
  })

  it('refuses to close a paid order', () => {
    expect(decideOrder('paid', 'closed-by-buyer')).toEqual({ do: 'reject', code: 'order-paid' })
  })

  it('ships paid orders only', () => {
    expect(ORDER_STATUSES.filter(canShip)).toEqual(['paid', 'part-shipped'])
  })

  it('takes a request for a refund from payment until the after-sales window ends', () => {
    expect(ORDER_STATUSES.filter(canAskForRefund)).toEqual(['paid', 'part-shipped', 'shipped', 'received'])
  })
})
