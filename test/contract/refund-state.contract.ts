import { toFen } from '@/domain/money'
import type { RefundRequest } from '../../cloudfunctions/_kernel/ports/payment-gateway'
import type { PaidRequest, WalletWorld, WiredWorld } from './wallet-world'

const isUnknown = { ok: false, error: { code: 'unknown', cause: expect.any(Error) } }
const none = { ok: true, value: { status: 'none' } }

const aRefund = ({ request }: PaidRequest): RefundRequest => ({
  paymentId: request.paymentId,
  refundId: `rf_${request.paymentId.slice(4)}`,
  amount: toFen(345),
  total: request.amount,
  reason: '少发一件',
})

export function describeRefundStates(open: () => Promise<WalletWorld>): void {
  let world: WalletWorld
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())
  afterEach(() => world.misbehave({}))

  it('is none while the wallet never saw its number', async () => {
    const refund = aRefund(await world.pay())
    expect(await world.gateway.queryRefund(refund)).toEqual(none)
  })

  it('is done for the very amount once it was sent', async () => {
    const refund = aRefund(await world.pay())
    await world.gateway.refund(refund)
    const done = { ok: true, value: { status: 'done', amount: 345 } }
    expect(await world.gateway.queryRefund(refund)).toEqual(done)
    expect(await world.gateway.queryRefund(refund)).toEqual(done)
    expect(await world.gateway.queryRefund({ ...refund, refundId: 'rf_other' })).toEqual(none)
  })

  it('is under way while the wallet is busy with it, and done afterwards', async () => {
    const refund = aRefund(await world.pay())
    world.misbehave({ refund: 'processing' })
    expect(await world.gateway.refund(refund)).toEqual({ ok: true, value: { done: false } })
    expect(await world.gateway.refund(refund)).toEqual({ ok: true, value: { done: false } })
    expect(await world.gateway.queryRefund(refund)).toEqual({ ok: true, value: { status: 'under-way' } })
    world.misbehave({})
    expect(await world.gateway.queryRefund(refund)).toMatchObject({ value: { status: 'done' } })
  })
}

/** Wallets that take a refund first and find out later that it does not arrive. */
export function describeLateFailure(open: () => Promise<WalletWorld>): void {
  it('that does not reach the buyer has failed, and says so when it is asked for again', async () => {
    const world = await open()
    const refund = aRefund(await world.pay())
    world.misbehave({ refund: 'processing' })
    await world.gateway.refund(refund)
    world.misbehave({ refund: 'failed' })
    expect(await world.gateway.queryRefund(refund)).toEqual({
      ok: true,
      value: { status: 'failed', reason: expect.any(String) },
    })
    expect(await world.gateway.refund(refund)).toMatchObject({ error: { code: 'refused' } })
    await world.close()
  })
}

export function describeRefundStatesOverTheWire(open: () => Promise<WiredWorld>): void {
  let world: WiredWorld
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())
  afterEach(() => {
    world.misbehave({})
    world.stand.relay = async (reply) => reply
  })

  it('that was changed on the way is unknown', async () => {
    const refund = aRefund(await world.pay())
    await world.gateway.refund(refund)
    world.wallet.misbehave(world.stand, { reply: { 'refund-query': 'tampered' } })
    expect(await world.gateway.queryRefund(refund)).toEqual(isUnknown)
  })

  it('of another refund, played back, is unknown', async () => {
    const [one, other] = [aRefund(await world.pay()), aRefund(await world.pay())]
    await world.gateway.refund(one)
    const played: Response[] = []
    world.stand.relay = async (reply) => {
      played.push(reply.clone())
      return played[0]?.clone() ?? reply
    }
    expect(await world.gateway.queryRefund(one)).toMatchObject({ value: { status: 'done' } })
    expect(await world.gateway.queryRefund(other)).toEqual(isUnknown)
  })

  it('that does not come is unknown, in bounded time', async () => {
    const impatient = world.wallet.open(world.stand, { timeoutMs: 250 })
    world.wallet.misbehave(world.stand, { reply: { 'refund-query': 'hang' } })
    expect(await impatient.queryRefund(aRefund(await world.pay()))).toEqual(isUnknown)
  })
}
