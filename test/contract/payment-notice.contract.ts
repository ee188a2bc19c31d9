import { MINUTE } from '@/domain/time'
import type { PaymentGateway } from '../../cloudfunctions/_kernel/ports/payment-gateway'
import { decideAtCashier, openWalletStand, taken, type WalletStand } from './wallet-stand'
import { anAttempt, aPaidAttempt, aRequest, type WalletUnderTest } from './wallet-under-test'

export function describePaymentNotices(wallet: WalletUnderTest): void {
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
    stand.notices.length = 0
  })

  const forged = { ok: false, error: { code: 'forged' } }

  it('tells the number, the transaction, the amount and the time', async () => {
    const { request, notice } = await aPaidAttempt(wallet, stand)
    const state = await gateway.query(request.paymentId)
    const { status: _, ...told } = (state.ok && state.value) || {}
    expect(await gateway.readNotice(notice)).toEqual({
      ok: true,
      value: { kind: 'paid', paymentId: request.paymentId, ...told },
    })
  })

  it('says the amount as it was signed, right or wrong', async () => {
    wallet.misbehave(stand, { notice: 'wrong-amount' })
    const { notice } = await aPaidAttempt(wallet, stand)
    expect(await gateway.readNotice(notice)).toMatchObject({ ok: true, value: { amount: 1 } })
  })

  it('with one character changed anywhere is refused', async () => {
    const { notice } = await aPaidAttempt(wallet, stand)
    const places = [...notice.body.matchAll(/[a-zA-Z0-9]/g)].map(({ index }) => index)
    for (const at of places.filter((_, index) => index % 41 === 0)) {
      const other = notice.body[at] === '0' ? '1' : '0'
      const body = `${notice.body.slice(0, at)}${other}${notice.body.slice(at + 1)}`
      expect(await gateway.readNotice({ ...notice, body })).toMatchObject({ ok: false })
    }
  })

  it('signed by a stranger is refused', async () => {
    wallet.misbehave(stand, { notice: 'forged' })
    const { notice } = await aPaidAttempt(wallet, stand)
    expect(await gateway.readNotice(notice)).toEqual(forged)
  })

  it('that is too old, or from the future, is refused', async () => {
    const { notice } = await aPaidAttempt(wallet, stand)
    const late = wallet.open(stand, { ahead: wallet.staleAfterMs + MINUTE })
    const inTime = wallet.open(stand, { ahead: wallet.staleAfterMs - MINUTE })
    const early = wallet.open(stand, { ahead: -6 * MINUTE })
    expect(await late.readNotice(notice)).toEqual(forged)
    expect(await early.readNotice(notice)).toEqual(forged)
    expect(await inTime.readNotice(notice)).toMatchObject({ ok: true })
  })

  it('for another app or merchant is refused', async () => {
    const { notice } = await aPaidAttempt(wallet, stand)
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
    const created = await wallet.open(eager).create(aRequest(stand))
    await decideAtCashier(eager, created.ok ? wallet.cashierOf(created.value) : '', 'approve')
    await eager.heard(3)
    await eager.wallets.settled()
    const read = await Promise.all(eager.notices.map(({ webhook }) => wallet.open(eager).readNotice(webhook)))
    expect(read).toEqual(Array.from({ length: 3 }, () => read[0]))
    expect(read[0]).toMatchObject({ ok: true, value: { kind: 'paid' } })
    await eager.close()
  })

  it('that is lost leaves the payment to be found by asking', async () => {
    wallet.misbehave(stand, { notice: 'lost' })
    const { request, cashier } = await anAttempt(wallet, stand)
    await decideAtCashier(stand, cashier, 'approve')
    expect(stand.notices).toHaveLength(0)
    expect(await gateway.query(request.paymentId)).toMatchObject({ ok: true, value: { status: 'paid' } })
  })

  it('may come three times at once, each time saying the same', async () => {
    wallet.misbehave(stand, { notice: 'duplicated' })
    await aPaidAttempt(wallet, stand)
    expect(stand.notices).toHaveLength(3)
    const read = await Promise.all(stand.notices.map(({ webhook }) => gateway.readNotice(webhook)))
    expect(new Set(read.map((one) => JSON.stringify(one))).size).toBe(1)
  })

  it('may come late', async () => {
    wallet.misbehave(stand, { notice: 'late' })
    const { cashier } = await anAttempt(wallet, stand)
    await decideAtCashier(stand, cashier, 'approve')
    expect(stand.notices).toHaveLength(0)
    stand.wallets.releaseNotices()
    await stand.wallets.settled()
    expect(stand.notices).toHaveLength(1)
  })
}
