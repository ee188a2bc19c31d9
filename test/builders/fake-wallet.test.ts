import type { OrderId, PaymentId, UserId } from '@/domain/ids'
import { billDayOf } from '@/domain/bill'
import { toFen } from '@/domain/money'
import type { PaymentRequest } from '../../cloudfunctions/_kernel/ports/payment-gateway'
import { FakeClock } from './fake-clock'
import { FakeWallet, type WalletCall } from './fake-wallet'

const clock = new FakeClock()
const request: PaymentRequest = {
  paymentId: 'pay_orchard1000000000001' as PaymentId,
  orderId: 'o_orchard1000000000001' as OrderId,
  amount: toFen(990),
  description: '脐橙',
  payer: { userId: 'u_0000000000000000001a' as UserId, hostUserId: 'oLin' },
  expiresAt: clock.now() + 60_000,
}
const refund = { ...request, refundId: 'rf_1', total: request.amount, reason: '少发' }
const calls: readonly (readonly [WalletCall, (wallet: FakeWallet) => Promise<unknown>])[] = [
  ['create', (wallet) => wallet.create(request)],
  ['query', (wallet) => wallet.query(request.paymentId)],
  ['close', (wallet) => wallet.close(request.paymentId)],
  ['refund', (wallet) => wallet.refund(refund)],
  ['queryRefund', (wallet) => wallet.queryRefund(refund)],
  ['downloadBill', (wallet) => wallet.downloadBill(billDayOf(0))],
]
const silence = { ok: false, error: { code: 'unknown', cause: new Error('no answer') } }

describe('the fake wallet', () => {
  it.each(calls)('is silent on %s alone when it is told to be', async (name, call) => {
    const wallet = new FakeWallet('alipay', clock)
    wallet.silentOn.add(name)
    expect(await call(wallet)).toEqual(silence)
    const others = calls.filter(([other]) => other !== name)
    for (const [, other] of others) expect(await other(wallet)).not.toEqual(silence)
  })

  it.each(calls)('answers %s again after a reset', async (_, call) => {
    const wallet = new FakeWallet('wechat-pay', clock)
    wallet.isSilent = true
    expect(await call(wallet)).toEqual(silence)
    wallet.reset()
    expect(await call(wallet)).not.toEqual(silence)
  })

  it('gives back what was paid and never more, each number once', async () => {
    const wallet = new FakeWallet('alipay', clock)
    await wallet.create(request)
    expect(await wallet.refund(refund)).toMatchObject({ error: { code: 'refused' } })
    wallet.pay(request.paymentId)
    const part = { ...refund, amount: toFen(500) }
    expect(await wallet.refund(part)).toEqual({ ok: true, value: { done: true } })
    expect(await wallet.refund(part)).toEqual({ ok: true, value: { done: true } })
    expect(await wallet.refund({ ...part, amount: toFen(1) })).toMatchObject({ error: { code: 'refused' } })
    const more = { ...part, refundId: 'rf_2', amount: toFen(491) }
    expect(await wallet.refund(more)).toMatchObject({ error: { code: 'refused' } })
    expect(await wallet.refund({ ...more, amount: toFen(490) })).toMatchObject({ ok: true })
  })
})
