import * as v from 'valibot'
import type { Wallet } from '@/contracts/schemas'
import { type Fen, toFen } from '@/domain/money'
import { err, ok } from '@/domain/result'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import type {
  PaymentGateway,
  PaymentRequest,
  PaymentState,
  RefundRequest,
} from '../../cloudfunctions/_kernel/ports/payment-gateway'

interface Attempt {
  readonly request: PaymentRequest
  state: PaymentState
}

const notice = v.object({
  paymentId: v.string(),
  transactionId: v.string(),
  amount: v.number(),
  signature: v.literal('good'),
})

/** A wallet in memory: the test pays, and says when it is silent. Notices are plain JSON, signed `good`. */
export class FakeWallet implements PaymentGateway {
  readonly attempts = new Map<string, Attempt>()
  readonly refunds = new Map<string, RefundRequest>()
  /** While true no call is answered. */
  isSilent = false
  /** While true refunds are taken but not finished. */
  isSlowToRefund = false

  constructor(
    private readonly wallet: Wallet,
    private readonly clock: Clock,
  ) {}

  create: PaymentGateway['create'] = async (request) => {
    if (this.isSilent) return silence
    if (this.attempts.get(request.paymentId)?.state.status === 'paid')
      return err({ code: 'refused', reason: 'ORDERPAID' })
    this.attempts.set(request.paymentId, { request, state: { status: 'unpaid' } })
    return ok(
      this.wallet === 'alipay'
        ? { wallet: 'alipay', tradeNo: `trade-${request.paymentId}` }
        : {
            wallet: 'wechat-pay',
            timeStamp: '1',
            nonceStr: 'nonce',
            package: `prepay_id=${request.paymentId}`,
            signType: 'RSA',
            paySign: 'signed',
          },
    )
  }

  query: PaymentGateway['query'] = async (paymentId) =>
    this.isSilent ? silence : ok(this.attempts.get(paymentId)?.state ?? { status: 'unpaid' })

  close: PaymentGateway['close'] = async (paymentId) => {
    if (this.isSilent) return silence
    const attempt = this.attempts.get(paymentId)
    if (attempt?.state.status === 'paid') return err({ code: 'refused', reason: 'ORDERPAID' })
    if (attempt) attempt.state = { status: 'closed' }
    return ok(undefined)
  }

  refund: PaymentGateway['refund'] = async (request) => {
    if (this.isSilent) return silence
    this.refunds.set(request.refundId, request)
    return ok({ done: !this.isSlowToRefund })
  }

  readNotice: PaymentGateway['readNotice'] = async ({ body }) => {
    const parsed = v.safeParse(notice, JSON.parse(body))
    if (!parsed.success) return err({ code: 'forged' })
    const { paymentId, transactionId, amount } = parsed.output
    return ok({ kind: 'paid', paymentId, transactionId, amount: toFen(amount), paidAt: this.clock.now() })
  }

  acknowledge: PaymentGateway['acknowledge'] = (isTaken) => ({
    status: isTaken ? 200 : 400,
    type: 'text/plain',
    body: isTaken ? 'taken' : 'refused',
  })

  /** The buyer approves at the wallet; returns the notice that the wallet will send. */
  pay(paymentId: string, amount?: Fen): string {
    const attempt = this.attempts.get(paymentId)
    if (!attempt) throw new Error(`The wallet never saw ${paymentId}`)
    const paid = amount ?? attempt.request.amount
    const transactionId = `tx-${paymentId}`
    attempt.state = { status: 'paid', transactionId, amount: paid, paidAt: this.clock.now() }
    return JSON.stringify({ paymentId, transactionId, amount: paid, signature: 'good' })
  }

  reset(): void {
    this.attempts.clear()
    this.refunds.clear()
    this.isSilent = false
    this.isSlowToRefund = false
  }
}

const silence = err({ code: 'unknown', cause: new Error('no answer') } as const)
