import { toFen } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import type { PaymentId } from '@/domain/ids'
import type {
  PaymentGateway,
  PaymentRequest,
  RefundRequest,
  Unknown,
} from '../../../cloudfunctions/_kernel/ports/payment-gateway'
import type { Faults } from './faults'
import type { Scheduler } from './scheduler'
import { Violation } from './violation'
import type { WalletDesk } from './wallet-desk'

interface LineParts {
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly desk: WalletDesk
  readonly owner: object
}

const SILENCE = err({ code: 'unknown', cause: new Error('no answer') } as const)

/** The line from one process to a wallet: every call waits for its turn, and the line may break before or after. */
export class WalletLine implements PaymentGateway {
  constructor(private readonly parts: LineParts) {}

  create(request: PaymentRequest) {
    const { desk } = this.parts
    return this.#call('create', () => {
      const opened = desk.open(request)
      return opened.ok ? ok({ wallet: 'alipay' as const, tradeNo: request.paymentId }) : opened
    })
  }

  query(paymentId: PaymentId) {
    return this.#call('query', () => ok(this.parts.desk.state(paymentId)))
  }

  close(paymentId: PaymentId) {
    return this.#call('close', () => this.parts.desk.close(paymentId))
  }

  refund(request: RefundRequest) {
    return this.#call('refund', () => this.parts.desk.refund(request))
  }

  queryRefund(refund: { readonly paymentId: PaymentId; readonly refundId: string }) {
    return this.#call('query refund', () => ok(this.parts.desk.refundState(refund)))
  }

  downloadBill(): ReturnType<PaymentGateway['downloadBill']> {
    throw new Violation('Bills are no part of the simulation')
  }

  /** The seed's wallets sign what they send; the adapters' own tests are about signatures. */
  async readNotice({ body }: { readonly body: string }): ReturnType<PaymentGateway['readNotice']> {
    const [paymentId = '', transactionId = '', amount, paidAt] = body.split(' ')
    return ok({
      kind: 'paid',
      paymentId,
      transactionId,
      amount: toFen(Number(amount)),
      paidAt: Number(paidAt),
    })
  }

  acknowledge(isTaken: boolean) {
    return { status: isTaken ? 200 : 400, type: 'text/plain', body: '' }
  }

  #call<T, E>(name: string, work: () => Result<T, E>): Promise<Result<T, E | Unknown>> {
    const { scheduler, faults, desk, owner } = this.parts
    return new Promise((resolve) => {
      const run = (): void => {
        const fault = faults.ofWallet()
        const outcome = fault === 'before' ? SILENCE : work()
        const reply = (): void => resolve(fault === 'after' ? SILENCE : outcome)
        if (faults.isSlow()) scheduler.queue({ owner, name: 'wallet answers', run: reply })
        else reply()
      }
      scheduler.queue({ owner, name: `${desk.name} ${name}`, run })
    })
  }
}
