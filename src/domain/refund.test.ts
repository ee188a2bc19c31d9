import fc from 'fast-check'
import { toFen } from './money'
import {
  decideRefund,
  holdsMoney,
  priceRefund,
  REFUND_EVENTS,
  REFUND_STATUSES,
  refundableOf,
  type RefundStatus,
} from './refund'

describe('the life of a refund', () => {
  it('reaches every status from a request', () => {
    const reached = new Set<RefundStatus>(['requested'])
    for (const status of reached)
      for (const event of REFUND_EVENTS) {
        const to = decideRefund(status, event)
        if (to) reached.add(to)
      }
    expect([...reached].sort()).toEqual([...REFUND_STATUSES].sort())
  })

  it.each([
    ['requested', { agreed: 'refunding', refused: 'refused', withdrawn: 'withdrawn' }],
    ['refunding', { 'money-sent': 'refunded', 'wallet-failed': 'failed' }],
    ['failed', { 'tried-again': 'refunding', 'money-sent': 'refunded' }],
    ['refused', {}],
    ['withdrawn', {}],
    ['refunded', { 'never-seen': 'refunding' }],
  ] as const)('decides every event when it is %s', (status, moves) => {
    const none = Object.fromEntries(REFUND_EVENTS.map((event) => [event, null]))
    const decided = Object.fromEntries(REFUND_EVENTS.map((event) => [event, decideRefund(status, event)]))
    expect(decided).toEqual({ ...none, ...moves })
  })

  it('holds money until it is refused or withdrawn', () => {
    expect(REFUND_STATUSES.filter((status) => !holdsMoney(status))).toEqual(['refused', 'withdrawn'])
  })
})

const order = {
  lines: [
    { line: 1, quantity: 3, payable: toFen(1000) },
    { line: 2, quantity: 1, payable: toFen(500) },
  ],
  freight: toFen(800),
}
const given = (status: RefundStatus, line: number, quantity: number, amount: number) => ({
  status,
  lines: [{ line, quantity, amount: toFen(amount) }],
  freight: toFen(0),
})

describe('what can be refunded', () => {
  it('is what was paid, less what is asked for or given back', () => {
    expect(refundableOf(order, [given('requested', 1, 1, 333), given('refused', 2, 1, 500)])).toEqual({
      lines: [
        { line: 1, quantity: 2, amount: 667 },
        { line: 2, quantity: 1, amount: 500 },
      ],
      freight: 800,
    })
  })

  it('gives freight back with the last unit, when nothing was sent', () => {
    const all = [
      { line: 1, quantity: 3 },
      { line: 2, quantity: 1 },
    ]
    const refundable = refundableOf(order, [])
    expect(priceRefund(refundable, all, { isUnshipped: true })).toMatchObject({
      value: { freight: 800, amount: 2300 },
    })
    expect(priceRefund(refundable, all, { isUnshipped: false })).toMatchObject({
      value: { freight: 0, amount: 1500 },
    })
    expect(priceRefund(refundable, all.slice(0, 1), { isUnshipped: true })).toMatchObject({
      value: { freight: 0, amount: 1000 },
    })
  })

  it.each([
    ['more units than are left', [{ line: 2, quantity: 2 }]],
    [
      'the same units twice',
      [
        { line: 2, quantity: 1 },
        { line: 2, quantity: 1 },
      ],
    ],
    ['a line that is not there', [{ line: 9, quantity: 1 }]],
  ])('is never %s', (_what, wanted) => {
    expect(priceRefund(refundableOf(order, []), wanted, { isUnshipped: true })).toEqual({
      ok: false,
      error: { code: 'refund-too-much' },
    })
  })

  it('is nothing for units that cost nothing', () => {
    const gift = { lines: [{ line: 1, quantity: 1, payable: toFen(0) }], freight: toFen(0) }
    expect(priceRefund(refundableOf(gift, []), [{ line: 1, quantity: 1 }], { isUnshipped: true })).toEqual({
      ok: false,
      error: { code: 'refund-empty' },
    })
  })

  it('adds up to what was paid exactly, in whatever parts it is given back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }),
        (payable, parts) => {
          const quantity = parts.reduce((sum, part) => sum + part, 0)
          const one = { lines: [{ line: 1, quantity, payable: toFen(payable) }], freight: toFen(0) }
          const refunds: ReturnType<typeof given>[] = []
          for (const part of parts) {
            const priced = priceRefund(refundableOf(one, refunds), [{ line: 1, quantity: part }], {
              isUnshipped: true,
            })
            refunds.push(given('refunded', 1, part, priced.ok ? priced.value.amount : 0))
          }
          const back = refunds.flatMap(({ lines }) => lines).reduce((sum, { amount }) => sum + amount, 0)
          expect(back).toBe(payable)
        },
      ),
    )
  })
})
