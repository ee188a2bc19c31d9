import { inspect } from 'node:util'
import type { PaymentId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { MINUTE, SECOND } from '@/domain/time'
import type { PaymentGateway, PaymentRequest } from '../../cloudfunctions/_kernel/ports/payment-gateway'
import { decideAtCashier, openWalletStand, type WalletStand } from './wallet-stand'
import { anAttempt, aPaidAttempt, aRequest, TOTAL, type WalletUnderTest } from './wallet-under-test'

const IMPATIENT_MS = 250

export function describePaymentGateway(wallet: WalletUnderTest): void {
  let stand: WalletStand
  let gateway: PaymentGateway

  beforeAll(async () => {
    stand = await openWalletStand({ retryScale: 1 })
  })
  afterAll(async () => stand.close())
  beforeEach(() => {
    gateway = wallet.open(stand)
  })
  afterEach(() => {
    wallet.misbehave(stand, {})
    stand.relay = async (reply) => reply
    stand.clock.ahead = 0
    stand.notices.length = 0
  })

  const aRefund = (request: PaymentRequest, amount: number, refundId = `refund_${request.paymentId}`) => ({
    paymentId: request.paymentId,
    refundId,
    amount: toFen(amount),
    total: request.amount,
    reason: '订单已关闭',
  })
  const statusOf = async (paymentId: PaymentId): Promise<string> => {
    const state = await gateway.query(paymentId)
    return state.ok ? state.value.status : state.error.code
  }
  const isUnknown = { ok: false, error: { code: 'unknown', cause: expect.any(Error) } }

  describe('an attempt', () => {
    it('is unpaid until the person approves, then paid for the very amount', async () => {
      const { request, cashier } = await anAttempt(wallet, stand)
      expect(await statusOf(request.paymentId)).toBe('unpaid')
      expect(await decideAtCashier(stand, cashier, 'approve')).toEqual({ outcome: 'approved' })
      expect(await gateway.query(request.paymentId)).toEqual({
        ok: true,
        value: {
          status: 'paid',
          transactionId: expect.stringMatching(/^\d{28}$/),
          amount: TOTAL,
          paidAt: expect.any(Number),
        },
      })
    })

    it('stays unpaid when the person cancels or the wallet does not answer them', async () => {
      const { request, cashier } = await anAttempt(wallet, stand)
      expect(await decideAtCashier(stand, cashier, 'cancel')).toEqual({ outcome: 'cancelled' })
      expect(await decideAtCashier(stand, cashier, 'hang')).toEqual({ outcome: 'hung' })
      expect(await statusOf(request.paymentId)).toBe('unpaid')
      expect(stand.notices).toHaveLength(0)
    })

    it('that was never opened is unpaid', async () => {
      expect(await statusOf(aRequest(stand).paymentId)).toBe('unpaid')
    })

    it('opened again under its number is the same attempt', async () => {
      const { request, cashier } = await anAttempt(wallet, stand)
      const again = await gateway.create(request)
      expect(again.ok && wallet.cashierOf(again.value)).toBe(cashier)
    })

    it('charges once, however often the person approves', async () => {
      const { request, cashier } = await anAttempt(wallet, stand)
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () => decideAtCashier(stand, cashier, 'approve')),
      )
      expect(outcomes).toEqual(Array.from({ length: 5 }, () => ({ outcome: 'approved' })))
      expect(stand.notices).toHaveLength(1)
      expect(await gateway.create(request)).toEqual({
        ok: false,
        error: { code: 'refused', reason: expect.any(String) },
      })
    })

    it('is refused under a number that was used for another amount', async () => {
      const { request } = await anAttempt(wallet, stand)
      const changed = await gateway.create({ ...request, amount: toFen(1) })
      expect(changed).toMatchObject({ ok: false, error: { code: 'refused' } })
    })

    it('can not be paid after its time', async () => {
      const expiresAt = Math.floor(stand.clock.now() / SECOND) * SECOND + 2 * MINUTE
      const { request, cashier } = await anAttempt(wallet, stand, { expiresAt })
      stand.clock.ahead = 3 * MINUTE
      expect(await decideAtCashier(stand, cashier, 'approve')).toEqual({ outcome: 'closed' })
      expect(await statusOf(request.paymentId)).toBe('closed')
    })

    it('carries the longest product names', async () => {
      const { cashier } = await anAttempt(wallet, stand, { description: '云南高原夏黑葡萄'.repeat(40) })
      expect(await decideAtCashier(stand, cashier, 'approve')).toEqual({ outcome: 'approved' })
    })
  })

  describe('closing', () => {
    it('makes paying impossible', async () => {
      const { request, cashier } = await anAttempt(wallet, stand)
      expect(await gateway.close(request.paymentId)).toEqual({ ok: true, value: undefined })
      expect(await decideAtCashier(stand, cashier, 'approve')).toEqual({ outcome: 'closed' })
      expect(await statusOf(request.paymentId)).toBe('closed')
    })

    it('may be repeated', async () => {
      const { request } = await anAttempt(wallet, stand)
      await gateway.close(request.paymentId)
      expect(await gateway.close(request.paymentId)).toEqual({ ok: true, value: undefined })
    })

    it('is refused once the attempt is paid', async () => {
      const { request } = await aPaidAttempt(wallet, stand)
      expect(await gateway.close(request.paymentId)).toEqual({
        ok: false,
        error: { code: 'refused', reason: 'paid' },
      })
      expect(await statusOf(request.paymentId)).toBe('paid')
    })

    it('succeeds for an attempt the wallet never saw', async () => {
      expect(await gateway.close(aRequest(stand).paymentId)).toEqual({ ok: true, value: undefined })
    })

    it('refuses to open the attempt again', async () => {
      const { request } = await anAttempt(wallet, stand)
      await gateway.close(request.paymentId)
      expect(await gateway.create(request)).toMatchObject({ ok: false, error: { code: 'refused' } })
    })
  })

  describe('a refund', () => {
    async function refundUntilDone(refund: ReturnType<typeof aRefund>): Promise<unknown> {
      const first = await gateway.refund(refund)
      return first.ok && !first.value.done ? gateway.refund(refund) : first
    }

    it('is done when asked again at the latest, and leaves the payment told as paid', async () => {
      const { request } = await aPaidAttempt(wallet, stand)
      const refund = aRefund(request, TOTAL)
      expect(await refundUntilDone(refund)).toEqual({ ok: true, value: { done: true } })
      expect(await statusOf(request.paymentId)).toBe('paid')
    })

    it('repeated under its number moves money once', async () => {
      const { request } = await aPaidAttempt(wallet, stand)
      const refund = aRefund(request, 10_000)
      await refundUntilDone(refund)
      expect(await refundUntilDone(refund)).toEqual({ ok: true, value: { done: true } })
      // had it moved twice, these would not be left
      const rest = aRefund(request, 2_345, `${refund.refundId}_rest`)
      expect(await refundUntilDone(rest)).toEqual({ ok: true, value: { done: true } })
    })

    it('is never more than what was paid', async () => {
      const { request } = await aPaidAttempt(wallet, stand)
      await refundUntilDone(aRefund(request, 10_000, `${request.paymentId}_1`))
      const more = await gateway.refund(aRefund(request, 2_346, `${request.paymentId}_2`))
      expect(more).toMatchObject({ ok: false, error: { code: 'refused' } })
    })

    it('is refused under a number that was used for another amount', async () => {
      const { request } = await aPaidAttempt(wallet, stand)
      await gateway.refund(aRefund(request, 100))
      expect(await gateway.refund(aRefund(request, 101))).toMatchObject({
        ok: false,
        error: { code: 'refused' },
      })
    })

    it('of an unpaid attempt is refused', async () => {
      const { request } = await anAttempt(wallet, stand)
      expect(await gateway.refund(aRefund(request, 1))).toMatchObject({
        ok: false,
        error: { code: 'refused' },
      })
    })
  })

  describe('a gateway that misbehaves', () => {
    it('and changes a reply after signing leaves the outcome unknown', async () => {
      const paid = await aPaidAttempt(wallet, stand)
      const all = 'tampered'
      wallet.misbehave(stand, { reply: { create: all, query: all, refund: all } })
      expect(await gateway.create(aRequest(stand))).toEqual(isUnknown)
      expect(await gateway.query(paid.request.paymentId)).toEqual(isUnknown)
      expect(await gateway.refund(aRefund(paid.request, 1))).toEqual(isUnknown)
    })

    it('and changes the reply to a close leaves the outcome unknown', async () => {
      const { request } = await anAttempt(wallet, stand)
      wallet.misbehave(stand, { reply: { close: 'tampered' } })
      expect(await gateway.close(request.paymentId)).toEqual(isUnknown)
    })

    it('and plays back its reply about another trade leaves the outcome unknown', async () => {
      const [paid, unpaid] = [await aPaidAttempt(wallet, stand), await anAttempt(wallet, stand)]
      const recorded: Response[] = []
      stand.relay = async (reply) => {
        recorded.push(reply.clone())
        return recorded[0]?.clone() ?? reply
      }
      expect(await statusOf(paid.request.paymentId)).toBe('paid')
      expect(await gateway.query(unpaid.request.paymentId)).toEqual(isUnknown)
      expect(recorded).toHaveLength(2)
    })

    it('and hangs leaves the outcome unknown, in bounded time', async () => {
      const impatient = wallet.open(stand, { timeoutMs: IMPATIENT_MS })
      const request = aRequest(stand)
      const all = 'hang'
      wallet.misbehave(stand, { reply: { create: all, query: all, close: all, refund: all } })
      const start = Date.now()
      expect(await impatient.create(request)).toEqual(isUnknown)
      expect(await impatient.query(request.paymentId)).toEqual(isUnknown)
      expect(await impatient.close(request.paymentId)).toEqual(isUnknown)
      expect(await impatient.refund(aRefund(request, 1))).toEqual(isUnknown)
      expect(Date.now() - start).toBeLessThan(4 * IMPATIENT_MS + 2_000)
    })

    it('and does not reply has opened the attempt all the same', async () => {
      const impatient = wallet.open(stand, { timeoutMs: IMPATIENT_MS })
      const request = aRequest(stand)
      wallet.misbehave(stand, { reply: { create: 'no-reply' } })
      expect(await impatient.create(request)).toEqual(isUnknown)
      wallet.misbehave(stand, {})
      expect(await gateway.create(request)).toMatchObject({ ok: true })
    })

    it('and is not there leaves the outcome unknown', async () => {
      const gone = await openWalletStand()
      await gone.close()
      const lost = wallet.open({ ...stand, wallets: gone.wallets })
      expect(await lost.query(aRequest(stand).paymentId)).toEqual(isUnknown)
      expect(await lost.close(aRequest(stand).paymentId)).toEqual(isUnknown)
    })

    it('never makes a secret part of the cause', async () => {
      wallet.misbehave(stand, { reply: { query: 'tampered' } })
      const { request } = await anAttempt(wallet, stand)
      const state = await gateway.query(request.paymentId)
      expect(state.ok).toBe(false)
      expect(inspect(state, { depth: 20, showHidden: true })).not.toMatch(
        /PRIVATE KEY|PrivateKeyObject|signature="/,
      )
    })

    it('or refuses an app that is not its own, is told apart', async () => {
      const created = await wallet.open(stand, { other: 'app' }).create(aRequest(stand))
      expect(created).toMatchObject({ ok: false, error: { code: 'refused' } })
    })
  })
}
