import { inspect } from 'node:util'
import type { Prepay } from '@/contracts/payments'
import type { OrderId, PaymentId, UserId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { MINUTE, SECOND } from '@/domain/time'
import type {
  PaymentGateway,
  PaymentRequest,
  RawWebhook,
} from '../../cloudfunctions/_kernel/ports/payment-gateway'
import type { AlipayFault } from '../../local/wallets/alipay/alipay-sandbox'
import type { NoticeFault } from '../../local/wallets/faults'
import { decideAtCashier, openWalletStand, taken, type WalletStand } from './wallet-stand'

/** How one wallet is reached; everything else of the suite is the same for all of them. */
export interface WalletUnderTest {
  readonly name: string
  /** `ahead` moves the gateway's own clock; `impatient` waits a short moment for replies. */
  open(stand: WalletStand, how?: GatewaySettings): PaymentGateway
  /** What goes wrong at the wallet from now on; nothing but what is named. */
  misbehave(stand: WalletStand, how: Misbehaviour): void
  /** Where the cashier for this prepay is. */
  cashierOf(prepay: Prepay): string
  /** Notices older than this are refused. */
  readonly staleAfterMs: number
}
export interface GatewaySettings {
  readonly ahead?: number
  readonly timeoutMs?: number
  /** Our side is set up for another app, merchant or seller than the notice is for. */
  readonly other?: 'app' | 'merchant'
}

export interface Misbehaviour {
  readonly reply?: Readonly<Partial<Record<'create' | 'query' | 'close' | 'refund', AlipayFault>>>
  readonly notice?: NoticeFault
}

const TOTAL = toFen(12_345)
const IMPATIENT_MS = 250

export function describePaymentGateway(wallet: WalletUnderTest): void {
  let stand: WalletStand
  let gateway: PaymentGateway
  let count = 0

  beforeAll(async () => {
    stand = await openWalletStand({ retryScale: 1 })
  })
  afterAll(async () => stand.close())
  beforeEach(() => {
    gateway = wallet.open(stand)
  })
  afterEach(() => {
    wallet.misbehave(stand, {})
    stand.clock.ahead = 0
    stand.notices.length = 0
  })

  function aRequest(overrides: Partial<PaymentRequest> = {}): PaymentRequest {
    count += 1
    return {
      paymentId: `pay_orchard1${String(count).padStart(12, '0')}` as PaymentId,
      orderId: 'o_orchard1000000000001' as OrderId,
      amount: TOTAL,
      description: '赣南脐橙 5 斤装 & 果园直发/包邮',
      payer: { userId: 'u_0000000000000000001a' as UserId, hostUserId: 'oLivestallwechat_lin0000000' },
      expiresAt: Math.floor(stand.clock.now() / SECOND) * SECOND + 15 * MINUTE,
      ...overrides,
    }
  }
  async function anAttempt(
    overrides: Partial<PaymentRequest> = {},
  ): Promise<{ request: PaymentRequest; cashier: string }> {
    const request = aRequest(overrides)
    const created = await gateway.create(request)
    if (!created.ok) throw new Error(`not created: ${inspect(created.error)}`)
    return { request, cashier: wallet.cashierOf(created.value) }
  }
  async function aPaidAttempt(): Promise<{ request: PaymentRequest; notice: RawWebhook; cashier: string }> {
    const attempt = await anAttempt()
    await decideAtCashier(stand, attempt.cashier, 'approve')
    const notice = stand.notices.at(-1)?.webhook
    if (notice === undefined) throw new Error('no notice came')
    return { ...attempt, notice }
  }
  const aRefund = (request: PaymentRequest, amount: number, refundId = `refund_${count}`) => ({
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
      const { request, cashier } = await anAttempt()
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
      const { request, cashier } = await anAttempt()
      expect(await decideAtCashier(stand, cashier, 'cancel')).toEqual({ outcome: 'cancelled' })
      expect(await decideAtCashier(stand, cashier, 'hang')).toEqual({ outcome: 'hung' })
      expect(await statusOf(request.paymentId)).toBe('unpaid')
      expect(stand.notices).toHaveLength(0)
    })

    it('that was never opened is unpaid', async () => {
      expect(await statusOf(aRequest().paymentId)).toBe('unpaid')
    })

    it('opened again under its number is the same attempt', async () => {
      const { request, cashier } = await anAttempt()
      const again = await gateway.create(request)
      expect(again.ok && wallet.cashierOf(again.value)).toBe(cashier)
    })

    it('charges once, however often the person approves', async () => {
      const { request, cashier } = await anAttempt()
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
      const { request } = await anAttempt()
      const changed = await gateway.create({ ...request, amount: toFen(1) })
      expect(changed).toMatchObject({ ok: false, error: { code: 'refused' } })
    })

    it('can not be paid after its time', async () => {
      const expiresAt = Math.floor(stand.clock.now() / SECOND) * SECOND + 2 * MINUTE
      const { request, cashier } = await anAttempt({ expiresAt })
      stand.clock.ahead = 3 * MINUTE
      expect(await decideAtCashier(stand, cashier, 'approve')).toEqual({ outcome: 'closed' })
      expect(await statusOf(request.paymentId)).toBe('closed')
    })

    it('carries the longest product names', async () => {
      const { cashier } = await anAttempt({ description: '云南高原夏黑葡萄'.repeat(40) })
      expect(await decideAtCashier(stand, cashier, 'approve')).toEqual({ outcome: 'approved' })
    })
  })

  describe('closing', () => {
    it('makes paying impossible', async () => {
      const { request, cashier } = await anAttempt()
      expect(await gateway.close(request.paymentId)).toEqual({ ok: true, value: undefined })
      expect(await decideAtCashier(stand, cashier, 'approve')).toEqual({ outcome: 'closed' })
      expect(await statusOf(request.paymentId)).toBe('closed')
    })

    it('may be repeated', async () => {
      const { request } = await anAttempt()
      await gateway.close(request.paymentId)
      expect(await gateway.close(request.paymentId)).toEqual({ ok: true, value: undefined })
    })

    it('is refused once the attempt is paid', async () => {
      const { request } = await aPaidAttempt()
      expect(await gateway.close(request.paymentId)).toEqual({
        ok: false,
        error: { code: 'refused', reason: 'paid' },
      })
      expect(await statusOf(request.paymentId)).toBe('paid')
    })

    it('succeeds for an attempt the wallet never saw', async () => {
      expect(await gateway.close(aRequest().paymentId)).toEqual({ ok: true, value: undefined })
    })

    it('refuses to open the attempt again', async () => {
      const { request } = await anAttempt()
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
      const { request } = await aPaidAttempt()
      const refund = aRefund(request, TOTAL)
      expect(await refundUntilDone(refund)).toEqual({ ok: true, value: { done: true } })
      expect(await statusOf(request.paymentId)).toBe('paid')
    })

    it('repeated under its number moves money once', async () => {
      const { request } = await aPaidAttempt()
      const refund = aRefund(request, 10_000)
      await refundUntilDone(refund)
      expect(await refundUntilDone(refund)).toEqual({ ok: true, value: { done: true } })
      // had it moved twice, these would not be left
      const rest = aRefund(request, 2_345, `${refund.refundId}_rest`)
      expect(await refundUntilDone(rest)).toEqual({ ok: true, value: { done: true } })
    })

    it('is never more than what was paid', async () => {
      const { request } = await aPaidAttempt()
      await refundUntilDone(aRefund(request, 10_000, `${request.paymentId}_1`))
      const more = await gateway.refund(aRefund(request, 2_346, `${request.paymentId}_2`))
      expect(more).toMatchObject({ ok: false, error: { code: 'refused' } })
    })

    it('is refused under a number that was used for another amount', async () => {
      const { request } = await aPaidAttempt()
      await gateway.refund(aRefund(request, 100))
      expect(await gateway.refund(aRefund(request, 101))).toMatchObject({
        ok: false,
        error: { code: 'refused' },
      })
    })

    it('of an unpaid attempt is refused', async () => {
      const { request } = await anAttempt()
      expect(await gateway.refund(aRefund(request, 1))).toMatchObject({
        ok: false,
        error: { code: 'refused' },
      })
    })
  })

  describe('a notice', () => {
    const forged = { ok: false, error: { code: 'forged' } }

    it('tells the number, the transaction, the amount and the time', async () => {
      const { request, notice } = await aPaidAttempt()
      const state = await gateway.query(request.paymentId)
      const { status: _, ...told } = (state.ok && state.value) || {}
      expect(await gateway.readNotice(notice)).toEqual({
        ok: true,
        value: { kind: 'paid', paymentId: request.paymentId, ...told },
      })
    })

    it('says the amount as it was signed, right or wrong', async () => {
      wallet.misbehave(stand, { notice: 'wrong-amount' })
      const { notice } = await aPaidAttempt()
      expect(await gateway.readNotice(notice)).toMatchObject({ ok: true, value: { amount: 1 } })
    })

    it('with one character changed anywhere is refused', async () => {
      const { notice } = await aPaidAttempt()
      const places = [...notice.body].flatMap((character, at) => (/[a-zA-Z0-9]/.test(character) ? [at] : []))
      for (const at of places.filter((_, index) => index % 41 === 0)) {
        const other = notice.body[at] === '0' ? '1' : '0'
        const body = `${notice.body.slice(0, at)}${other}${notice.body.slice(at + 1)}`
        expect(await gateway.readNotice({ ...notice, body })).toMatchObject({ ok: false })
      }
    })

    it('signed by a stranger is refused', async () => {
      wallet.misbehave(stand, { notice: 'forged' })
      const { notice } = await aPaidAttempt()
      expect(await gateway.readNotice(notice)).toEqual(forged)
    })

    it('that is too old, or from the future, is refused', async () => {
      const { notice } = await aPaidAttempt()
      const late = wallet.open(stand, { ahead: wallet.staleAfterMs + MINUTE })
      const inTime = wallet.open(stand, { ahead: wallet.staleAfterMs - MINUTE })
      const early = wallet.open(stand, { ahead: -6 * MINUTE })
      expect(await late.readNotice(notice)).toEqual(forged)
      expect(await early.readNotice(notice)).toEqual(forged)
      expect(await inTime.readNotice(notice)).toMatchObject({ ok: true })
    })

    it('for another app or merchant is refused', async () => {
      const { notice } = await aPaidAttempt()
      for (const other of ['app', 'merchant'] as const)
        expect(await wallet.open(stand, { other }).readNotice(notice)).toEqual(forged)
    })

    it('that is no notice at all is refused', async () => {
      for (const body of [
        '',
        '{}',
        'null',
        '[]',
        'a=1',
        '{"event_type":1}',
        '__proto__=1&sign=x',
        '中'.repeat(9_999),
      ])
        expect(await gateway.readNotice({ headers: {}, body })).toMatchObject({ ok: false })
    })

    it('is told again until it is taken', async () => {
      const eager = await openWalletStand({ retryScale: 0 })
      const { status, body } = gateway.acknowledge(false)
      eager.answer = (place) => (place < 3 ? { status, body } : taken())
      const created = await wallet.open(eager).create(aRequest())
      await decideAtCashier(eager, created.ok ? wallet.cashierOf(created.value) : '', 'approve')
      await eager.heard(3)
      await eager.wallets.settled()
      const read = await Promise.all(
        eager.notices.map(({ webhook }) => wallet.open(eager).readNotice(webhook)),
      )
      expect(read).toEqual(Array.from({ length: 3 }, () => read[0]))
      expect(read[0]).toMatchObject({ ok: true, value: { kind: 'paid' } })
      await eager.close()
    })

    it('that is lost leaves the payment to be found by asking', async () => {
      wallet.misbehave(stand, { notice: 'lost' })
      const { request, cashier } = await anAttempt()
      await decideAtCashier(stand, cashier, 'approve')
      expect(stand.notices).toHaveLength(0)
      expect(await statusOf(request.paymentId)).toBe('paid')
    })

    it('may come three times at once, each time saying the same', async () => {
      wallet.misbehave(stand, { notice: 'duplicated' })
      await aPaidAttempt()
      expect(stand.notices).toHaveLength(3)
      const read = await Promise.all(stand.notices.map(({ webhook }) => gateway.readNotice(webhook)))
      expect(new Set(read.map((one) => JSON.stringify(one))).size).toBe(1)
    })

    it('may come late', async () => {
      wallet.misbehave(stand, { notice: 'late' })
      const { cashier } = await anAttempt()
      await decideAtCashier(stand, cashier, 'approve')
      expect(stand.notices).toHaveLength(0)
      stand.wallets.releaseNotices()
      await stand.wallets.settled()
      expect(stand.notices).toHaveLength(1)
    })
  })

  describe('a gateway that misbehaves', () => {
    it('and changes a reply after signing leaves the outcome unknown', async () => {
      const paid = await aPaidAttempt()
      const all = 'tampered'
      wallet.misbehave(stand, { reply: { create: all, query: all, refund: all } })
      expect(await gateway.create(aRequest())).toEqual(isUnknown)
      expect(await gateway.query(paid.request.paymentId)).toEqual(isUnknown)
      expect(await gateway.refund(aRefund(paid.request, 1))).toEqual(isUnknown)
    })

    it('and changes the reply to a close leaves the outcome unknown', async () => {
      const { request } = await anAttempt()
      wallet.misbehave(stand, { reply: { close: 'tampered' } })
      expect(await gateway.close(request.paymentId)).toEqual(isUnknown)
    })

    it('and hangs leaves the outcome unknown, in bounded time', async () => {
      const impatient = wallet.open(stand, { timeoutMs: IMPATIENT_MS })
      const request = aRequest()
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
      const request = aRequest()
      wallet.misbehave(stand, { reply: { create: 'no-reply' } })
      expect(await impatient.create(request)).toEqual(isUnknown)
      wallet.misbehave(stand, {})
      expect(await gateway.create(request)).toMatchObject({ ok: true })
    })

    it('and is not there leaves the outcome unknown', async () => {
      const gone = await openWalletStand()
      await gone.close()
      const lost = wallet.open({ ...stand, wallets: gone.wallets })
      expect(await lost.query(aRequest().paymentId)).toEqual(isUnknown)
      expect(await lost.close(aRequest().paymentId)).toEqual(isUnknown)
    })

    it('never makes a secret part of the cause', async () => {
      wallet.misbehave(stand, { reply: { query: 'tampered' } })
      const { request } = await anAttempt()
      const state = await gateway.query(request.paymentId)
      expect(state.ok).toBe(false)
      expect(inspect(state, { depth: 20, showHidden: true })).not.toMatch(
        /PRIVATE KEY|PrivateKeyObject|signature="/,
      )
    })

    it('or refuses an app that is not its own, is told apart', async () => {
      const created = await wallet.open(stand, { other: 'app' }).create(aRequest())
      expect(created).toMatchObject({ ok: false, error: { code: 'refused' } })
    })
  })
}
