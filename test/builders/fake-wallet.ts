import * as v from 'valibot'
import type { Wallet } from '@/contracts/schemas'
import { type BillDay, billDayOf, type BillRow, endOfBillDay } from '@/domain/bill'
import { addFen, type Fen, toFen } from '@/domain/money'
import { err, ok } from '@/domain/result'
import { type EpochMs, HOUR } from '@/domain/time'
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

/** A refund as the wallet keeps it. */
interface KeptRefund extends RefundRequest {
  readonly at: EpochMs
  status: 'under-way' | 'done' | 'failed'
}
/** What can be asked of the wallet. */
export type WalletCall = 'create' | 'query' | 'close' | 'refund' | 'queryRefund' | 'downloadBill'

/** Bills of a day are there the next morning. */
const BILL_AFTER_MS = 10 * HOUR

const otherNotice = v.object({ about: v.string(), signature: v.literal('good') })
const notice = v.object({
  paymentId: v.string(),
  transactionId: v.string(),
  amount: v.number(),
  signature: v.literal('good'),
})

/** A wallet in memory: the test pays, and says when it is silent. Notices are plain JSON, signed `good`. */
export class FakeWallet implements PaymentGateway {
  readonly attempts = new Map<string, Attempt>()
  readonly refunds = new Map<string, KeptRefund>()
  /** While true no call is answered. */
  isSilent = false
  /** While true no payment is opened. */
  isRefusing = false
  /** Calls that are not answered while the others are. */
  readonly silentOn = new Set<WalletCall>()
  /** While true no bill is ready, whatever the hour. */
  isLateWithBills = false
  /** Asked for each bill that is ready: the test counts, holds it, or says that it is not. */
  isBillThere: (day: BillDay) => Promise<boolean> = always
  /** While true refunds are taken but not finished. */
  isSlowToRefund = false

  constructor(
    private readonly wallet: Wallet,
    private readonly clock: Clock,
  ) {}

  create: PaymentGateway['create'] = async (request) => {
    if (this.#isSilentOn('create')) return silence
    if (this.isRefusing) return err({ code: 'refused', reason: 'NO_AUTH' })
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
    this.#isSilentOn('query') ? silence : ok(this.attempts.get(paymentId)?.state ?? { status: 'unpaid' })

  close: PaymentGateway['close'] = async (paymentId) => {
    if (this.#isSilentOn('close')) return silence
    const attempt = this.attempts.get(paymentId)
    if (attempt?.state.status === 'paid') return err({ code: 'refused', reason: 'ORDERPAID' })
    if (attempt) attempt.state = { status: 'closed' }
    return ok(undefined)
  }

  refund: PaymentGateway['refund'] = async (request) => {
    if (this.#isSilentOn('refund')) return silence
    const known = this.refunds.get(request.refundId)
    if (known === undefined) {
      const problem = this.#whyNotRefund(request)
      if (problem !== null) return err({ code: 'refused', reason: problem })
      this.refunds.set(request.refundId, { ...request, at: this.clock.now(), status: 'under-way' })
    } else if (known.amount !== request.amount || known.paymentId !== request.paymentId) {
      return err({ code: 'refused', reason: 'REFUND_NUMBER_USED' })
    }
    const status = this.#settleRefund(request.refundId)
    return status === 'failed'
      ? err({ code: 'refused', reason: 'REFUND_FAILED' })
      : ok({ done: status === 'done' })
  }

  queryRefund: PaymentGateway['queryRefund'] = async ({ paymentId, refundId }) => {
    if (this.#isSilentOn('queryRefund')) return silence
    const known = this.refunds.get(refundId)
    if (known?.paymentId !== paymentId) return ok({ status: 'none' })
    const status = this.#settleRefund(refundId)
    if (status === 'done') return ok({ status, amount: known.amount })
    return ok(status === 'failed' ? { status, reason: 'REFUND_FAILED' } : { status: 'under-way' })
  }

  downloadBill: PaymentGateway['downloadBill'] = async (day) => {
    if (this.#isSilentOn('downloadBill')) return silence
    if (this.isLateWithBills || this.clock.now() < endOfBillDay(day) + BILL_AFTER_MS)
      return err({ code: 'not-ready' })
    if (!(await this.isBillThere(day))) return err({ code: 'not-ready' })
    return ok(this.#movements().filter(({ at }) => billDayOf(at) === day))
  }

  readNotice: PaymentGateway['readNotice'] = async ({ body }) => {
    if (v.is(otherNotice, JSON.parse(body))) return ok({ kind: 'other' })
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
    const transactionId = transactionOf(paymentId)
    attempt.state = { status: 'paid', transactionId, amount: paid, paidAt: this.clock.now() }
    return JSON.stringify({ paymentId, transactionId, amount: paid, signature: 'good' })
  }

  /** The refund that was taken does not reach the buyer. */
  failRefund(refundId: string): void {
    const known = this.refunds.get(refundId)
    if (!known) throw new Error(`The wallet never saw ${refundId}`)
    known.status = 'failed'
  }

  reset(): void {
    this.attempts.clear()
    this.refunds.clear()
    this.silentOn.clear()
    this.isSilent = false
    this.isRefusing = false
    this.isSlowToRefund = false
    this.isLateWithBills = false
    this.isBillThere = always
  }

  #isSilentOn(call: WalletCall): boolean {
    return this.isSilent || this.silentOn.has(call)
  }

  /** Never more goes back than was paid. */
  #whyNotRefund(request: RefundRequest): string | null {
    const state = this.attempts.get(request.paymentId)?.state
    if (state?.status !== 'paid') return 'NOT_PAID'
    const taken = [...this.refunds.values()].filter(
      ({ paymentId, status }) => paymentId === request.paymentId && status !== 'failed',
    )
    const sum = taken.reduce<Fen>((total, { amount }) => addFen(total, amount), request.amount)
    return sum > state.amount ? 'REFUND_TOO_MUCH' : null
  }

  #settleRefund(refundId: string): KeptRefund['status'] | undefined {
    const known = this.refunds.get(refundId)
    if (known?.status === 'under-way' && !this.isSlowToRefund) known.status = 'done'
    return known?.status
  }

  #movements(): readonly BillRow[] {
    const paid = [...this.attempts.entries()].flatMap(([paymentId, { state }]) =>
      state.status === 'paid' ? [{ paymentId, ...state }] : [],
    )
    const payments = paid.map(({ paymentId, transactionId, amount, paidAt }): BillRow => ({
      kind: 'payment',
      paymentId,
      transactionId,
      amount,
      at: paidAt,
    }))
    const refunds = [...this.refunds.values()]
      .filter(({ status }) => status !== 'failed')
      .map(({ paymentId, refundId, amount, at }): BillRow => ({
        kind: 'refund',
        paymentId,
        transactionId: transactionOf(paymentId),
        refundId,
        amount,
        at,
      }))
    return [...payments, ...refunds].sort((a, b) => a.at - b.at)
  }
}

const always = async (): Promise<boolean> => true

const transactionOf = (paymentId: string): string => `tx-${paymentId}`

const silence = err({ code: 'unknown', cause: new Error('no answer') } as const)
