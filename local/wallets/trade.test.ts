import * as fc from 'fast-check'
import { type Fen, toFen } from '@/domain/money'
import { closeTrade, current, isPaid, payTrade, refundedOf, refundTrade, type Trade } from './trade'

const aTrade = (amount = 100): Trade => ({
  number: 'pay_orchard1000000000001',
  token: 'wx1',
  amount: toFen(amount),
  description: '脐橙',
  payer: 'oLin',
  notifyUrl: 'http://127.0.0.1:8080/notify/wechat-pay',
  createdAt: 0,
  expiresAt: 1_000,
  state: { status: 'unpaid' },
})
const payment = { transactionId: 't1', noticeId: 'n1', at: 5 }
const aPaidTrade = (amount = 100): Trade => {
  const paid = payTrade(aTrade(amount), payment)
  if (!paid.ok) throw new Error(paid.error)
  return paid.value
}
const aClosedTrade = (): Trade => ({ ...aTrade(), state: { status: 'closed' } })

describe('a trade', () => {
  it('is open to the last millisecond before its time ends', () => {
    expect(current(aTrade(), 999).state.status).toBe('unpaid')
    expect(current(aTrade(), 1_000).state.status).toBe('closed')
  })

  it('that is paid stays paid when its time ends', () => {
    expect(current(aPaidTrade(), 9_999).state.status).toBe('paid')
  })

  it('paid again is the very same payment', () => {
    const paid = aPaidTrade()
    expect(payTrade(paid, { transactionId: 't2', noticeId: 'n2', at: 6 })).toEqual({ ok: true, value: paid })
  })

  it('that is closed can not be paid', () => {
    expect(payTrade(aClosedTrade(), payment)).toEqual({ ok: false, error: 'closed' })
  })

  it('that is paid can not be closed', () => {
    expect(closeTrade(aPaidTrade())).toEqual({ ok: false, error: 'paid' })
    expect(closeTrade(aClosedTrade())).toMatchObject({ ok: true, value: { state: { status: 'closed' } } })
  })

  it('gives back what was paid and never more, each refund number once', () => {
    const refunds = fc.array(
      fc.record({ number: fc.constantFrom('r1', 'r2', 'r3'), amount: fc.integer({ min: 1, max: 80 }) }),
    )
    fc.assert(
      fc.property(refunds, (asked) => {
        let trade = aPaidTrade()
        const moved = new Map<string, Fen>()
        for (const { number, amount } of asked) {
          const done = refundTrade(trade, { number, amount: toFen(amount), at: 7 })
          if (!done.ok) continue
          expect(moved.get(number) ?? amount).toBe(amount)
          moved.set(number, toFen(amount))
          trade = done.value
        }
        const sum = [...moved.values()].reduce((a, b) => a + b, 0)
        expect(sum).toBeLessThanOrEqual(100)
        expect(isPaid(trade) && refundedOf(trade)).toBe(sum)
      }),
    )
  })

  it('that nobody paid gives nothing back', () => {
    const refund = { number: 'r1', amount: toFen(1), at: 7 }
    expect(refundTrade(aTrade(), refund)).toEqual({ ok: false, error: 'unpaid' })
  })
})
