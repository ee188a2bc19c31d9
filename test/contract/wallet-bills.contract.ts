import { billDayOf, type BillRow } from '@/domain/bill'
import { toFen } from '@/domain/money'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import type { PaidRequest, WalletWorld, WiredWorld } from './wallet-world'

/** A midnight in Beijing. */
const START = Date.UTC(2026, 4, 1, 16)
const DAYS_EACH = 4
const isUnknown = { ok: false, error: { code: 'unknown', cause: expect.any(Error) } }

const paymentIn = ({ request, transactionId }: PaidRequest, at: number): BillRow => ({
  kind: 'payment',
  paymentId: request.paymentId,
  transactionId,
  amount: request.amount,
  at,
})

/** Some days in a row that no other test of the same wallet has. */
function ownDays(place: number) {
  const midnight = START + place * DAYS_EACH * DAY
  const noon = midnight + 12 * HOUR
  return { midnight, noon, day: billDayOf(noon), nextNoon: noon + DAY }
}

/** What every wallet's bill tells. */
export function describeBills(open: () => Promise<WalletWorld>): void {
  let world: WalletWorld
  let at: ReturnType<typeof ownDays>
  let place = 0
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())
  beforeEach(() => {
    at = ownDays((place += 1))
    world.travel(at.noon)
  })
  afterEach(() => world.misbehave({}))

  it('tells every payment and refund of its day, and nothing of another', async () => {
    world.travel(at.midnight - MINUTE)
    const before = await world.pay()
    world.travel(at.midnight)
    const first = await world.pay({ amount: toFen(1) })
    world.travel(at.noon)
    const refund = { paymentId: before.request.paymentId, refundId: 'rf_orchard1000000000001' }
    const back = { ...refund, amount: toFen(345), total: before.request.amount, reason: '少发一件' }
    expect(await world.gateway.refund(back)).toMatchObject({ ok: true })
    world.travel(at.midnight + DAY - MINUTE)
    const last = await world.pay()
    world.travel(at.midnight + DAY)
    await world.pay()

    world.travel(at.nextNoon)
    const { transactionId } = before
    expect(await world.gateway.downloadBill(at.day)).toEqual({
      ok: true,
      value: [
        paymentIn(first, at.midnight),
        { kind: 'refund', ...refund, transactionId, amount: 345, at: at.noon },
        paymentIn(last, at.midnight + DAY - MINUTE),
      ],
    })
  })

  it('of a day on which nothing moved is empty', async () => {
    world.travel(at.nextNoon + DAY)
    expect(await world.gateway.downloadBill(at.day)).toEqual({ ok: true, value: [] })
  })

  it('is not ready while its day lasts, in the night after it, or when it is late', async () => {
    await world.pay()
    const notReady = { ok: false, error: { code: 'not-ready' } }
    expect(await world.gateway.downloadBill(at.day)).toEqual(notReady)
    world.travel(at.midnight + DAY + HOUR)
    expect(await world.gateway.downloadBill(at.day)).toEqual(notReady)
    world.travel(at.nextNoon - HOUR)
    world.misbehave({ bill: 'late' })
    expect(await world.gateway.downloadBill(at.day)).toEqual(notReady)
    world.misbehave({})
    expect(await world.gateway.downloadBill(at.day)).toMatchObject({ ok: true, value: [{ at: at.noon }] })
  })

  it.each(['赣南脐橙，5 斤装 & 包邮', '"苹果", 红富士, `5 斤', ',`SUCCESS,`', '枇杷 🍊 龘靐', '#退款合计'])(
    'is read whatever a product is called: %s',
    async (description) => {
      const paid = await world.pay({ description })
      world.travel(at.nextNoon)
      expect(await world.gateway.downloadBill(at.day)).toEqual({
        ok: true,
        value: [paymentIn(paid, at.noon)],
      })
    },
  )
}

/** What makes a bill unknown: half a bill, or a changed one, looks like missing money. */
export function describeBillsOverTheWire(open: () => Promise<WiredWorld>): void {
  let world: WiredWorld
  let at: ReturnType<typeof ownDays>
  let place = 0
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    at = ownDays((place += 1))
    world.travel(at.noon)
    await world.pay()
    world.travel(at.nextNoon)
  })
  afterEach(() => {
    world.misbehave({})
    world.stand.relay = async (reply) => reply
  })

  it.each([
    ['whose address was changed on the way', { reply: { bill: 'tampered' } }],
    ['that was changed on the way', { bill: 'changed' }],
    ['with a row that can not be read', { bill: 'garbage' }],
  ] as const)('%s is unknown', async (_, how) => {
    world.wallet.misbehave(world.stand, how)
    expect(await world.gateway.downloadBill(at.day)).toEqual(isUnknown)
  })

  it('that lies on another host is unknown, and nobody is asked there', async () => {
    world.wallet.misbehave(world.stand, { bill: 'foreign' })
    const asked = jest.spyOn(globalThis, 'fetch')
    const bill = await world.gateway.downloadBill(at.day)
    const questions = asked.mock.calls.length
    asked.mockRestore()
    expect(bill).toEqual(isUnknown)
    expect(questions).toBe(0)
  })

  it.each([
    ['cut short', (bytes: Buffer) => new Response(new Uint8Array(bytes.subarray(0, -40)))],
    ['empty', () => new Response('')],
    ['gone', () => new Response('', { status: 404 })],
    ['sent elsewhere', () => new Response('', { status: 302, headers: { location: '/elsewhere' } })],
  ])('that is %s is unknown', async (_, change) => {
    world.stand.relay = async (reply) =>
      /zip|text\/plain/.test(reply.headers.get('content-type') ?? '')
        ? change(Buffer.from(await reply.arrayBuffer()))
        : reply
    expect(await world.gateway.downloadBill(at.day)).toEqual(isUnknown)
  })

  it('of another day, played back, is unknown', async () => {
    world.travel(at.noon + DAY)
    await world.pay()
    world.travel(at.nextNoon + DAY)
    const played: Response[] = []
    world.stand.relay = async (reply) => {
      if (!(reply.headers.get('content-type') ?? '').includes('json')) return reply
      played.push(reply.clone())
      return played[0]?.clone() ?? reply
    }
    expect(await world.gateway.downloadBill(at.day)).toMatchObject({ ok: true })
    expect(await world.gateway.downloadBill(billDayOf(at.noon + DAY))).toEqual(isUnknown)
  })

  it('that does not come is unknown, in bounded time', async () => {
    const impatient = world.wallet.open(world.stand, { timeoutMs: 250 })
    for (const call of ['bill', 'bill-file'] as const) {
      world.wallet.misbehave(world.stand, { reply: { [call]: 'hang' } })
      expect(await impatient.downloadBill(at.day)).toEqual(isUnknown)
    }
  })

  it('of another merchant is unknown', async () => {
    const stranger = world.wallet.open(world.stand, { other: 'merchant' })
    expect(await stranger.downloadBill(at.day)).toEqual(isUnknown)
  })
}
