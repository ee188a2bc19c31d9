import { HOUR } from '@/domain/time'
import { createWeChatShipping } from '../../cloudfunctions/_kernel/adapters/shipping-reports/wechat-shipping'
import { RecordingLog } from '../builders/recording-log'
import { aParcel, aReport } from './wallet-shipping.contract'
import { openWalletStand, type WalletStand } from './wallet-stand'
import { aPaidAttempt } from './wallet-under-test'
import type { PaidRequest } from './wallet-world'
import { weChatPay } from './wallets-under-test'

// What only WeChat asks for: an access token, and as little of a phone number as will do.

let stand: WalletStand
let log: RecordingLog
let asked: string[]

beforeAll(async () => {
  stand = await openWalletStand()
})
afterAll(async () => stand.close())
beforeEach(() => {
  log = new RecordingLog()
  asked = []
  stand.relay = async (reply) => {
    const text = await reply.clone().text()
    asked.push(text.includes('access_token"') ? 'token' : text)
    return reply
  }
})
afterEach(() => {
  stand.relay = async (reply) => reply
  stand.wallets.faults.wechatPay.reply = {}
})

const open = (change: { readonly appSecret?: string } = {}) =>
  createWeChatShipping({ ...stand.wallets.config.wechatIdentity, ...change }, { clock: stand.clock, log })

async function aPaidRequest(): Promise<PaidRequest> {
  const { request } = await aPaidAttempt(weChatPay, stand)
  const state = await weChatPay.open(stand).query(request.paymentId)
  if (!state.ok || state.value.status !== 'paid') throw new Error('not paid')
  asked.length = 0
  return { request, transactionId: state.value.transactionId }
}
const contactsOf = (paid: PaidRequest) =>
  stand.wallets.shipments['wechat-pay'].of(paid.transactionId)?.parcels.map(({ contact }) => contact)
const tokens = (): number => asked.filter((one) => one === 'token').length
const done = { ok: true, value: undefined }

describe('a shipping report to WeChat', () => {
  it('tells the end of a phone number to the one carrier that needs it', async () => {
    const paid = await aPaidRequest()
    const parcels = [aParcel('SF1', { carrierCode: 'SF' }), aParcel('7301')]
    expect(await open().report(aReport(paid, { parcels }))).toEqual(done)
    expect(contactsOf(paid)).toEqual(['138****8000', null])
  })

  it('says what the order is about when a parcel says nothing, in the letters there are', async () => {
    const paid = await aPaidRequest()
    const parcels = [aParcel('7301', { description: '' })]
    expect(await open().report(aReport(paid, { parcels, description: '🍊'.repeat(200) }))).toEqual(done)
    const held = stand.wallets.shipments['wechat-pay'].of(paid.transactionId)
    expect(held?.parcels[0]?.description).toBe('🍊'.repeat(120))
  })

  it('with more parcels than WeChat takes is refused', async () => {
    const parcels = Array.from({ length: 16 }, (_, index) => aParcel(`73${index}`))
    expect(await open().report(aReport(await aPaidRequest(), { parcels }))).toEqual({
      ok: false,
      error: { code: 'refused', reason: '10060024' },
    })
    expect(log.lines).toMatchObject([{ event: 'wallet-refused', facts: { operation: 'shipping' } }])
  })

  it('for a payment that this part of WeChat has not heard of yet is unknown', async () => {
    const paid = { ...(await aPaidRequest()), transactionId: '4200000000000000000000000000' }
    expect(await open().report(aReport(paid))).toMatchObject({ error: { code: 'unknown' } })
  })

  it.each([-1, 10060012, 45009])('that is answered by %d is unknown', async (errcode) => {
    const paid = await aPaidRequest()
    stand.relay = async (reply) =>
      (await reply.clone().text()).includes('access_token"') ? reply : Response.json({ errcode })
    expect(await open().report(aReport(paid))).toMatchObject({ error: { code: 'unknown' } })
  })
})

describe('the access token', () => {
  it('is asked for once, however many report at once and afterwards', async () => {
    const [one, two, three] = [await aPaidRequest(), await aPaidRequest(), await aPaidRequest()]
    const shipping = open()
    await Promise.all([one, two].map((paid) => shipping.report(aReport(paid))))
    await shipping.report(aReport(three))
    expect(tokens()).toBe(1)
  })

  it('is asked for again when it is void', async () => {
    const [one, other] = [await aPaidRequest(), await aPaidRequest()]
    const shipping = open()
    await shipping.report(aReport(one))
    stand.wallets.accessTokens.revoke()
    expect(await shipping.report(aReport(other))).toEqual(done)
    expect(tokens()).toBe(2)
  })

  it('is asked for again before it runs out', async () => {
    const [one, other] = [await aPaidRequest(), await aPaidRequest()]
    const shipping = open()
    await shipping.report(aReport(one))
    stand.clock.ahead = 2 * HOUR
    expect(await shipping.report(aReport(other))).toEqual(done)
    stand.clock.ahead = 0
    expect(tokens()).toBe(2)
    expect(asked.filter((one) => one.includes('42001'))).toEqual([])
  })

  it('that WeChat never takes is asked for twice and no more', async () => {
    const paid = await aPaidRequest()
    stand.relay = async (reply) => {
      const isToken = (await reply.clone().text()).includes('access_token"')
      asked.push(isToken ? 'token' : 'report')
      return isToken ? reply : Response.json({ errcode: 40001 })
    }
    expect(await open().report(aReport(paid))).toMatchObject({ error: { code: 'unknown' } })
    expect(asked).toEqual(['token', 'report', 'token', 'report'])
  })

  it('is not given for a wrong secret: somebody has to look', async () => {
    const paid = await aPaidRequest()
    expect(await open({ appSecret: 'wrong' }).report(aReport(paid))).toMatchObject({
      error: { code: 'unknown' },
    })
    expect(log.takeAlarms()).toEqual(['access-token-refused'])
  })
})
