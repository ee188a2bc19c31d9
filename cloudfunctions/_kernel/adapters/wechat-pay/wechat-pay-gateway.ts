import * as v from 'valibot'
import type { Prepay } from '@/contracts/payments'
import { err, ok, type Result } from '@/domain/result'
import type {
  PaymentGateway,
  PaymentRequest,
  PaymentState,
  Refused,
  Unknown,
} from '../../ports/payment-gateway'
import { refusalFor } from '../wallets/api-error'
import { beijingIso } from '../../beijing-time'
import { cutBytes } from '../wallets/cut-bytes'
import { settleClose } from '../wallets/settle-close'
import { notKnown } from '../wallets/unknown-outcome'
import type { AdapterPorts, WeChatPayOptions } from '../wallet-config'
import type { WeChatPayDesk } from './desk'
import { readWeChatPayNotice } from './read-notice'
import { queryRefund, refundTrade } from './refunds'
import { sheetFields } from './sheet-fields'
import { downloadWeChatPayBill } from './trade-bill'
import { readTransaction } from './transaction'
import { createWeChatPayClient } from './wechat-pay-client'

const V3_KEY_BYTES = 32
const MAX_DESCRIPTION_BYTES = 127
const NEVER_SEEN: ReadonlySet<string> = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS'])

/** WeChat Pay, JSAPI (mini-programs), APIv3. */
export function createWeChatPayGateway(options: WeChatPayOptions, ports: AdapterPorts): PaymentGateway {
  // found out now, and not at the first notice, which would be refused as forged
  if (Buffer.byteLength(options.apiV3Key) !== V3_KEY_BYTES)
    throw new Error(`The APIv3 key has ${V3_KEY_BYTES} characters`)
  const desk: WeChatPayDesk = {
    call: createWeChatPayClient(options),
    options,
    refuse: refusalFor('wechat-pay', ports.log),
    ...ports,
  }
  return {
    create: (request) => openTrade(desk, request),
    query: (paymentId) => queryTrade(desk, paymentId),
    close: (paymentId) => closeTrade(desk, paymentId),
    refund: (request) => refundTrade(desk, request),
    queryRefund: (refund) => queryRefund(desk, refund),
    downloadBill: (day) => downloadWeChatPayBill(desk, day),

    async readNotice(webhook) {
      const notice = readWeChatPayNotice(webhook, options, ports.clock.now())
      if (notice.ok) return notice
      ports.log.warn('notice-refused', { wallet: 'wechat-pay', problem: notice.error })
      const isMalformed = notice.error === 'json' || notice.error === 'shape'
      return err({ code: isMalformed ? 'malformed' : 'forged' })
    },

    acknowledge: (isTaken) => ({
      status: isTaken ? 200 : 400,
      type: 'application/json',
      body: JSON.stringify(isTaken ? { code: 'SUCCESS' } : { code: 'FAIL', message: '失败' }),
    }),
  }
}

const tradePath = (paymentId: string): string =>
  `v3/pay/transactions/out-trade-no/${encodeURIComponent(paymentId)}`

const opened = v.object({ prepay_id: v.pipe(v.string(), v.minLength(1)) })

async function openTrade(
  desk: WeChatPayDesk,
  request: PaymentRequest,
): Promise<Result<Prepay, Unknown | Refused>> {
  const { options } = desk
  // only what is the same each time goes in: the wallet refuses a repeated number whose content differs
  const body = {
    appid: options.appId,
    mchid: options.merchantId,
    description: cutBytes(request.description, MAX_DESCRIPTION_BYTES),
    out_trade_no: request.paymentId,
    time_expire: beijingIso(request.expiresAt),
    notify_url: options.notifyUrl,
    amount: { total: request.amount, currency: 'CNY' },
    payer: { openid: request.payer.hostUserId },
  }
  const reply = await desk.call({ method: 'post', path: 'v3/pay/transactions/jsapi', body })
  if (!reply.ok) return err(desk.refuse('create', reply.error))
  const parsed = v.safeParse(opened, reply.value.data)
  if (!parsed.success) return notKnown('Reply has no prepay_id')
  return ok(sheetFields(parsed.output.prepay_id, options, desk.clock.now()))
}

async function queryTrade(desk: WeChatPayDesk, paymentId: string): Promise<Result<PaymentState, Unknown>> {
  const query = { mchid: desk.options.merchantId }
  const reply = await desk.call({ method: 'get', path: tradePath(paymentId), query })
  if (!reply.ok) {
    if (reply.error.code === 'unknown') return err(reply.error)
    return NEVER_SEEN.has(reply.error.name) ? ok({ status: 'unpaid' }) : notKnown(reply.error.name)
  }
  const trade = readTransaction(reply.value.data, desk.options)
  if (!trade.ok) return notKnown(`Reply is ${trade.error}`)
  return trade.value.number === paymentId ? ok(trade.value.state) : notKnown('Reply is about another trade')
}

async function closeTrade(desk: WeChatPayDesk, paymentId: string): Promise<Result<void, Unknown | Refused>> {
  const body = { mchid: desk.options.merchantId }
  const reply = await desk.call({ method: 'post', path: `${tradePath(paymentId)}/close`, body })
  if (reply.ok && reply.value.status === 204) return ok(undefined)
  let reason = 'still being paid'
  if (!reply.ok) {
    if (reply.error.code === 'unknown') return err(reply.error)
    reason = reply.error.name
  }
  return settleClose({ reason, isNeverSeen: NEVER_SEEN.has(reason) }, await queryTrade(desk, paymentId))
}
