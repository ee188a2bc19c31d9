import { createVerify } from 'node:crypto'
import { join } from 'node:path'
import { billDayOf, endOfBillDay } from '@/domain/bill'
import { DAY, HOUR, SECOND } from '@/domain/time'
import { createWeChatPayGateway } from '../../cloudfunctions/_kernel/adapters/wechat-pay/wechat-pay-gateway'
import type { PaymentGateway, RawWebhook } from '../../cloudfunctions/_kernel/ports/payment-gateway'
import { loadWalletKeys, type WalletKeys } from '../../local/wallets/keys'
import { systemRandom } from '../../local/wallets/random'
import { sealAesGcm } from '../../local/wallets/signing'
import { signedHeaders } from '../../local/wallets/wechat-pay/notice'
import { openWalletStand, quietLog, type WalletStand } from './wallet-stand'
import { aRequest } from './wallet-under-test'

// What only WeChat Pay does: its notices are crafted here, signed and sealed by the wallet's own keys.

let stand: WalletStand
let keys: WalletKeys
let gateway: PaymentGateway

beforeAll(async () => {
  stand = await openWalletStand()
  keys = await loadWalletKeys(join(stand.dataDir, 'wallets'), systemRandom)
  gateway = createWeChatPayGateway(stand.wallets.config.wechatPay, { clock: stand.clock, log: quietLog })
})
afterAll(async () => stand.close())
afterEach(() => {
  stand.wallets.faults.wechatPay.reply = {}
  stand.relay = async (reply) => reply
})

const transaction = () => ({
  appid: stand.wallets.config.wechatPay.appId,
  mchid: stand.wallets.config.wechatPay.merchantId,
  out_trade_no: 'pay_orchard1000000000099',
  transaction_id: '4200002025112300000000000001',
  trade_state: 'SUCCESS',
  success_time: '2025-11-23T20:00:00+08:00',
  amount: { total: 990, payer_total: 490, currency: 'CNY' },
})

interface Craft {
  readonly resource?: object
  readonly event?: string
  readonly sealKey?: string
}
/** Written with spaces, as the real one is. */
function craft({ resource = transaction(), event = 'TRANSACTION.SUCCESS', sealKey }: Craft = {}): RawWebhook {
  const seal = { key: sealKey ?? keys.apiV3Key, nonce: 'abcdef012345', associated: 'transaction' }
  const sealed = sealAesGcm(JSON.stringify(resource), seal)
  const body = `{"id": "1", "event_type": "${event}", "resource": {"algorithm": "AEAD_AES_256_GCM", "ciphertext": "${sealed}", "nonce": "abcdef012345", "associated_data": "transaction"}}`
  return { headers: sign(body), body }
}
const sign = (body: string): Record<string, string> =>
  signedHeaders(body, { privateKey: keys.platform.privateKey, at: stand.clock.now(), random: systemRandom })

const forged = { ok: false, error: { code: 'forged' } }
const malformed = { ok: false, error: { code: 'malformed' } }
const other = { ok: true, value: { kind: 'other' } }

describe('a notice of WeChat Pay', () => {
  it('tells the price of the order, not what was left after the wallet’s own coupon', async () => {
    expect(await gateway.readNotice(craft())).toEqual({
      ok: true,
      value: {
        kind: 'paid',
        paymentId: 'pay_orchard1000000000099',
        transactionId: '4200002025112300000000000001',
        amount: 990,
        paidAt: Date.parse('2025-11-23T12:00:00Z'),
      },
    })
  })

  it('that was parsed and written again is refused', async () => {
    const notice = craft()
    const body = JSON.stringify(JSON.parse(notice.body))
    expect(body).not.toBe(notice.body)
    expect(await gateway.readNotice({ ...notice, body })).toEqual(forged)
  })

  it('is read whatever the letter case of its headers', async () => {
    const { headers, body } = craft()
    const shouted = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    )
    expect(await gateway.readNotice({ headers: shouted, body })).toMatchObject({ ok: true })
  })

  it.each(['wechatpay-serial', 'wechatpay-nonce', 'wechatpay-timestamp', 'wechatpay-signature'])(
    'without its %s is refused',
    async (name) => {
      const { headers, body } = craft()
      expect(await gateway.readNotice({ headers: { ...headers, [name]: '' }, body })).toEqual(forged)
    },
  )

  it.each(['another', 'constructor', '__proto__'])(
    'signed under the unknown key %s is refused',
    async (id) => {
      const { headers, body } = craft()
      expect(await gateway.readNotice({ headers: { ...headers, 'wechatpay-serial': id }, body })).toEqual(
        forged,
      )
    },
  )

  it('with its time moved into the window is refused: the time is signed', async () => {
    const { headers, body } = craft()
    const later = String(Math.floor(stand.clock.now() / SECOND) + 60)
    expect(await gateway.readNotice({ headers: { ...headers, 'wechatpay-timestamp': later }, body })).toEqual(
      forged,
    )
  })

  it('sealed with another key is refused', async () => {
    expect(await gateway.readNotice(craft({ sealKey: 'x'.repeat(32) }))).toEqual(forged)
  })

  it('of a refund, or of a trade that is not paid, asks nothing of us', async () => {
    expect(await gateway.readNotice(craft({ event: 'REFUND.SUCCESS' }))).toEqual(other)
    expect(
      await gateway.readNotice(craft({ resource: { ...transaction(), trade_state: 'CLOSED' } })),
    ).toEqual(other)
  })

  it.each([
    ['in dollars', { amount: { total: 990, currency: 'USD' } }],
    ['of half a fen', { amount: { total: 990.5, currency: 'CNY' } }],
    ['of less than nothing', { amount: { total: -990, currency: 'CNY' } }],
    ['at no time', { success_time: 'yesterday' }],
    ['without a transaction', { transaction_id: '' }],
  ])('of a payment %s is malformed', async (_, change) => {
    expect(await gateway.readNotice(craft({ resource: { ...transaction(), ...change } }))).toEqual(malformed)
  })
})

describe('a reply of WeChat Pay', () => {
  it('that is ten minutes old leaves the outcome unknown', async () => {
    stand.wallets.faults.wechatPay.reply = { create: 'stale' }
    expect(await gateway.create(aRequest(stand))).toMatchObject({ ok: false, error: { code: 'unknown' } })
  })

  it.each([
    ['the system broke', 500, '{"code":"SYSTEM_ERROR"}'],
    ['it has no time for us', 429, '{"code":"FREQUENCY_LIMITED"}'],
    ['the system broke, as our mistake', 400, '{"code":"SYSTEM_ERROR"}'],
    ['nothing we understand', 404, '<html>'],
    ['to look elsewhere', 302, ''],
  ])('that says %s leaves the outcome unknown', async (_, status, body) => {
    stand.relay = async () => new Response(body, { status, headers: { location: '/elsewhere' } })
    expect(await gateway.create(aRequest(stand))).toMatchObject({ error: { code: 'unknown' } })
  })

  it('gives the sheet five fields that the merchant signed', async () => {
    const created = await gateway.create(aRequest(stand))
    const prepay = created.ok && created.value.wallet === 'wechat-pay' ? created.value : null
    if (prepay === null) throw new Error('not created')
    expect(prepay.signType).toBe('RSA')
    expect(prepay.package).toMatch(/^prepay_id=wx\w{34}$/)
    const { appId } = stand.wallets.config.wechatPay
    const message = [appId, prepay.timeStamp, prepay.nonceStr, prepay.package, ''].join('\n')
    const verify = createVerify('RSA-SHA256').update(message)
    expect(verify.verify(keys.merchant.publicKey, prepay.paySign, 'base64')).toBe(true)
  })

  it('to a merchant with the wrong key is a refusal', async () => {
    const options = { ...stand.wallets.config.wechatPay, merchantPrivateKey: keys.stranger.privateKey }
    const stranger = createWeChatPayGateway(options, { clock: stand.clock, log: quietLog })
    expect(await stranger.create(aRequest(stand))).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'SIGN_ERROR' },
    })
  })
})

describe('a bill that WeChat Pay says is not there', () => {
  const billAt = (hour: number, code: string) => {
    const day = billDayOf(stand.clock.now() - 2 * DAY)
    const clock = { now: () => endOfBillDay(day) + hour * HOUR }
    stand.relay = async () => Response.json({ code, message: '' }, { status: 400 })
    const options = stand.wallets.config.wechatPay
    return createWeChatPayGateway(options, { clock, log: quietLog }).downloadBill(day)
  }
  const notReady = { ok: false, error: { code: 'not-ready' } }

  it('is not ready yet in the morning, and is empty after noon', async () => {
    expect(await billAt(11, 'NO_STATEMENT_EXIST')).toEqual(notReady)
    expect(await billAt(12, 'NO_STATEMENT_EXIST')).toEqual({ ok: true, value: [] })
  })

  it('is not ready while it is written, however late', async () => {
    expect(await billAt(30, 'STATEMENT_CREATING')).toEqual(notReady)
  })

  it('for another reason is unknown', async () => {
    expect(await billAt(30, 'PARAM_ERROR')).toMatchObject({ error: { code: 'unknown' } })
  })
})

it('refuses to start with an APIv3 key that can not be one', () => {
  const options = { ...stand.wallets.config.wechatPay, apiV3Key: 'short' }
  expect(() => createWeChatPayGateway(options, { clock: stand.clock, log: quietLog })).toThrow(
    '32 characters',
  )
})
