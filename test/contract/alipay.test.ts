import { createSign } from 'node:crypto'
import { join } from 'node:path'
import { billDayOf } from '@/domain/bill'
import { DAY } from '@/domain/time'
import { createAlipayGateway } from '../../cloudfunctions/_kernel/adapters/alipay/alipay-gateway'
import { beijingText } from '../../cloudfunctions/_kernel/beijing-time'
import type { PaymentGateway, RawWebhook } from '../../cloudfunctions/_kernel/ports/payment-gateway'
import { loadWalletKeys, type WalletKeys } from '../../local/wallets/keys'
import { systemRandom } from '../../local/wallets/random'
import { signRsa, sortedPairs } from '../../local/wallets/signing'
import { openWalletStand, quietLog, type WalletStand } from './wallet-stand'
import { aRequest } from './wallet-under-test'

// What only Alipay does: its notices are crafted here, signed by the wallet's own key.

let stand: WalletStand
let keys: WalletKeys
let gateway: PaymentGateway

beforeAll(async () => {
  stand = await openWalletStand()
  keys = await loadWalletKeys(join(stand.dataDir, 'wallets'), systemRandom)
  gateway = createAlipayGateway(stand.wallets.config.alipay, { clock: stand.clock, log: quietLog })
})
afterAll(async () => stand.close())
afterEach(() => {
  stand.relay = async (reply) => reply
  stand.wallets.faults.alipay.bill = null
})

const fields = (): Record<string, string> => ({
  notify_time: beijingText(stand.clock.now()),
  app_id: stand.wallets.config.alipay.appId,
  seller_id: stand.wallets.config.alipay.sellerId,
  out_trade_no: 'pay_orchard1000000000099',
  trade_no: '2025112322001400000000000001',
  trade_status: 'TRADE_SUCCESS',
  total_amount: '9.90',
  buyer_pay_amount: '4.90',
  gmt_payment: '2025-11-23 20:00:00',
  subject: 'a b+c%3D&d=中文',
})

function craft(change: Record<string, string> = {}, signed = signRsa): RawWebhook {
  const told = { ...fields(), ...change }
  const sign = signed(sortedPairs(told), keys.alipay.privateKey)
  return { headers: {}, body: new URLSearchParams({ sign_type: 'RSA2', ...told, sign }).toString() }
}

const forged = { ok: false, error: { code: 'forged' } }
const malformed = { ok: false, error: { code: 'malformed' } }
const other = { ok: true, value: { kind: 'other' } }
const paid = {
  ok: true,
  value: {
    kind: 'paid',
    paymentId: 'pay_orchard1000000000099',
    transactionId: '2025112322001400000000000001',
    amount: 990,
    paidAt: Date.parse('2025-11-23T12:00:00Z'),
  },
}

describe('a notice of Alipay', () => {
  it('tells the price of the order, not what was left after the wallet’s own coupon', async () => {
    expect(await gateway.readNotice(craft())).toEqual(paid)
  })

  it('is read whatever the order of its fields', async () => {
    const { headers, body } = craft()
    const turned = body.split('&').reverse().join('&')
    expect(await gateway.readNotice({ headers, body: turned })).toEqual(paid)
  })

  it('of a trade that can not be refunded any more is a payment too', async () => {
    expect(await gateway.readNotice(craft({ trade_status: 'TRADE_FINISHED' }))).toEqual(paid)
  })

  it('of a refund is not another payment', async () => {
    expect(await gateway.readNotice(craft({ refund_fee: '1.00' }))).toEqual(other)
    expect(await gateway.readNotice(craft({ gmt_refund: '2025-11-24 10:00:00' }))).toEqual(other)
  })

  it('of a trade that waits or closed asks nothing of us', async () => {
    const { gmt_payment: _, ...unpaid } = fields()
    const notice = (status: string): RawWebhook => {
      const told = { ...unpaid, trade_status: status }
      const sign = signRsa(sortedPairs(told), keys.alipay.privateKey)
      return { headers: {}, body: new URLSearchParams({ ...told, sign_type: 'RSA2', sign }).toString() }
    }
    expect(await gateway.readNotice(notice('WAIT_BUYER_PAY'))).toEqual(other)
    expect(await gateway.readNotice(notice('TRADE_CLOSED'))).toEqual(other)
  })

  it('signed the old, weak way is refused, even by Alipay’s own key', async () => {
    const weak = (text: string, key: string): string =>
      createSign('RSA-SHA1').update(text).sign(key, 'base64')
    const body = (type: string): string => craft({}, weak).body.replace('sign_type=RSA2', `sign_type=${type}`)
    for (const type of ['RSA', 'RSA2', 'MD5', ''])
      expect(await gateway.readNotice({ headers: {}, body: body(type) })).toEqual(forged)
  })

  it.each([
    ['an amount that is no amount', { total_amount: '9.9e3' }],
    ['a time that is no time', { notify_time: 'now' }],
    ['a status nobody knows', { trade_status: 'PAID' }],
  ])('with %s is malformed', async (_, change) => {
    expect(await gateway.readNotice(craft(change))).toEqual(malformed)
  })
})

describe('a reply of Alipay', () => {
  it('that nobody signed leaves the outcome unknown', async () => {
    const told = { code: '40004', sub_code: 'ACQ.TRADE_NOT_EXIST' }
    stand.relay = async () => Response.json({ alipay_trade_query_response: told })
    expect(await gateway.query(aRequest(stand).paymentId)).toMatchObject({ error: { code: 'unknown' } })
    for (const sign of [undefined, '', signRsa(JSON.stringify(told), keys.stranger.privateKey)]) {
      stand.relay = async () => Response.json({ error_response: told, sign })
      expect(await gateway.query(aRequest(stand).paymentId)).toMatchObject({ error: { code: 'unknown' } })
    }
  })

  it('that the system is busy leaves the outcome unknown', async () => {
    for (const told of [
      '{"code":"20000","sub_code":"isp.unknow-error"}',
      '{"code":"40004","sub_code":"ACQ.SYSTEM_ERROR"}',
    ]) {
      const sign = signRsa(told, keys.alipay.privateKey)
      stand.relay = async () => new Response(`{"alipay_trade_create_response":${told},"sign":"${sign}"}`)
      expect(await gateway.create(aRequest(stand))).toMatchObject({ error: { code: 'unknown' } })
    }
  })

  it('to an app with the wrong key is a refusal', async () => {
    const options = { ...stand.wallets.config.alipay, privateKey: keys.stranger.privateKey }
    const stranger = createAlipayGateway(options, { clock: stand.clock, log: quietLog })
    expect(await stranger.create(aRequest(stand))).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'isv.invalid-signature' },
    })
  })

  it('that a refund moved nothing is believed only after asking for the refund', async () => {
    const request = aRequest(stand)
    const told = `{"code":"10000","msg":"Success","out_trade_no":"${request.paymentId}","fund_change":"N"}`
    const sign = signRsa(told, keys.alipay.privateKey)
    let calls = 0
    stand.relay = async (reply) => {
      calls += 1
      return calls === 1 ? new Response(`{"alipay_trade_refund_response":${told},"sign":"${sign}"}`) : reply
    }
    await gateway.create(request)
    calls = 0
    const refund = { ...request, refundId: 'r1', total: request.amount, reason: 'late' }
    expect(await gateway.refund(refund)).toEqual({ ok: true, value: { done: false } })
  })
})

describe('a bill that Alipay says is not there', () => {
  it('is not ready yet on the next day, and is empty the day after', async () => {
    stand.wallets.faults.alipay.bill = 'late'
    const now = stand.clock.now()
    expect(await gateway.downloadBill(billDayOf(now - DAY))).toEqual({
      ok: false,
      error: { code: 'not-ready' },
    })
    expect(await gateway.downloadBill(billDayOf(now - 2 * DAY))).toEqual({ ok: true, value: [] })
  })

  it('for another reason is unknown', async () => {
    const told = '{"code":"40004","sub_code":"isv.invalid-arguments"}'
    const sign = signRsa(told, keys.alipay.privateKey)
    const under = 'alipay_data_dataservice_bill_downloadurl_query_response'
    stand.relay = async () => new Response(`{"${under}":${told},"sign":"${sign}"}`)
    const bill = await gateway.downloadBill(billDayOf(stand.clock.now() - 2 * DAY))
    expect(bill).toMatchObject({ error: { code: 'unknown' } })
  })
})
