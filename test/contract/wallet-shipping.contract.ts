import { inspect } from 'node:util'
import type { OrderId } from '@/domain/ids'
import { MINUTE, SECOND } from '@/domain/time'
import type { ReportedParcel, ShippingReport } from '../../cloudfunctions/_kernel/ports/shipping-reports'
import type { PaidRequest, WalletWorld, WiredWorld } from './wallet-world'

const START = Date.UTC(2026, 4, 1, 4)
const done = { ok: true, value: undefined }
const isUnknown = { ok: false, error: { code: 'unknown', cause: expect.any(Error) } }
const isRefused = { ok: false, error: { code: 'refused', reason: expect.any(String) } }

export const aParcel = (trackingNumber: string, overrides: Partial<ReportedParcel> = {}): ReportedParcel => ({
  carrierCode: 'ZTO',
  carrierName: '中通快递',
  trackingNumber,
  description: '赣南脐橙 5 斤装 × 1',
  receiverPhone: '13800138000',
  ...overrides,
})

export const aReport = (
  { request, transactionId }: PaidRequest,
  overrides: Partial<ShippingReport> = {},
): ShippingReport => ({
  orderId: `o_${request.paymentId.slice(4)}` as OrderId,
  paymentId: request.paymentId,
  transactionId,
  payer: { hostUserId: request.payer.hostUserId },
  description: request.description,
  isComplete: true,
  isCorrection: false,
  parcels: [aParcel('7301')],
  at: START + MINUTE,
  orderedAt: START,
  ...overrides,
})

export function describeShipping(open: () => Promise<WalletWorld>): void {
  let world: WalletWorld
  let paid: PaidRequest
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    world.travel(START)
    paid = await world.pay()
  })
  const held = (): readonly string[] => world.parcelsOf(paid.transactionId)

  it('is held by the wallet as it was told, and may be told again', async () => {
    expect(await world.shipping.report(aReport(paid))).toEqual(done)
    expect(held()).toEqual(['7301'])
    expect(await world.shipping.report(aReport(paid))).toEqual(done)
    expect(await world.shipping.report(aReport(paid, { at: START + 2 * MINUTE }))).toEqual(done)
    expect(held()).toEqual(['7301'])
  })

  it('may come in parts, each telling all there is so far', async () => {
    const first = aReport(paid, { isComplete: false })
    const second = aReport(paid, {
      parcels: [aParcel('7301'), aParcel('7302', { carrierCode: 'YTO', carrierName: '圆通速递' })],
      at: START + 2 * MINUTE,
    })
    expect(await world.shipping.report(first)).toEqual(done)
    expect(held()).toEqual(['7301'])
    expect(await world.shipping.report(second)).toEqual(done)
    expect(held()).toEqual(['7301', '7302'])
  })

  it('is corrected by what is told later', async () => {
    await world.shipping.report(aReport(paid))
    const corrected = aReport(paid, {
      parcels: [aParcel('7399')],
      isCorrection: true,
      at: START + 2 * MINUTE,
    })
    expect(await world.shipping.report(corrected)).toEqual(done)
    expect(await world.shipping.report(corrected)).toEqual(done)
    expect(held()).toEqual(['7399'])
  })
}

/** WeChat's rule: what was told to the end is told again once. */
export function describeOneCorrection(open: () => Promise<WalletWorld>): void {
  it('that was corrected is not corrected again', async () => {
    const world = await open()
    world.travel(START)
    const paid = await world.pay()
    const told = (number: string, minutes: number, isCorrection: boolean): ShippingReport =>
      aReport(paid, { parcels: [aParcel(number)], isCorrection, at: START + minutes * MINUTE })
    await world.shipping.report(told('7301', 1, false))
    expect(await world.shipping.report(told('7302', 2, true))).toEqual(done)
    expect(await world.shipping.report(told('7303', 3, true))).toEqual(isRefused)
    // whoever does not mean to correct only learns that the wallet has been told
    expect(await world.shipping.report(told('7301', 4, false))).toEqual(done)
    expect(world.parcelsOf(paid.transactionId)).toEqual(['7302'])
    await world.close()
  })
}

export function describeShippingOverTheWire(open: () => Promise<WiredWorld>): void {
  let world: WiredWorld
  let paid: PaidRequest
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    world.travel(START)
    paid = await world.pay()
  })
  afterEach(() => {
    world.misbehave({})
    world.stand.relay = async (reply) => reply
  })

  it('for a payment of somebody else is refused', async () => {
    const report = aReport(paid, { payer: { hostUserId: 'oSomebodyElse' } })
    expect(await world.shipping.report(report)).toEqual(isRefused)
  })

  it('whose reply was changed on the way is unknown, and done when it is told again', async () => {
    world.wallet.misbehave(world.stand, { reply: { shipping: 'tampered' } })
    expect(await world.shipping.report(aReport(paid))).toEqual(isUnknown)
    world.misbehave({})
    expect(await world.shipping.report(aReport(paid))).toEqual(done)
  })

  it.each(['hang', 'no-reply'] as const)('to a wallet that answers by %s is unknown', async (reply) => {
    const impatient = world.wallet.openShipping(world.stand, { timeoutMs: 250 })
    world.wallet.misbehave(world.stand, { reply: { shipping: reply } })
    expect(await impatient.report(aReport(paid))).toEqual(isUnknown)
    expect(world.parcelsOf(paid.transactionId)).toEqual(reply === 'hang' ? [] : ['7301'])
  })

  it.each([
    ['an error page', () => new Response('<html>502</html>', { status: 502 })],
    ['nothing', () => new Response('')],
    ['a list', () => new Response('[]')],
    ['to ask elsewhere', () => new Response('', { status: 302, headers: { location: '/elsewhere' } })],
  ])('to a wallet that answers %s is unknown', async (_, answer) => {
    world.stand.relay = async () => answer()
    expect(await world.shipping.report(aReport(paid))).toEqual(isUnknown)
  })

  it('that is held up undoes nothing that was told since', async () => {
    const late = aReport(paid, { isComplete: false, at: START + SECOND })
    await world.shipping.report(aReport(paid, { parcels: [aParcel('7301'), aParcel('7302')] }))
    await world.shipping.report(late)
    expect(world.parcelsOf(paid.transactionId)).toEqual(['7301', '7302'])
  })

  it('puts no secret and no phone number into what it says', async () => {
    world.stand.relay = async () => new Response('{"access_token":"a-secret-token", ')
    const told = await world.shipping.report(aReport(paid))
    expect(inspect(told, { depth: 20, showHidden: true })).not.toMatch(
      /secret|PRIVATE KEY|PrivateKeyObject|13800138000/,
    )
  })
}
