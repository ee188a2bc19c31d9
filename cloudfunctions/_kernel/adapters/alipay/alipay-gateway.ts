import * as v from 'valibot'
import type { Prepay } from '@/contracts/payments'
import { formatYuan } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import type {
  PaymentGateway,
  PaymentRequest,
  PaymentState,
  Refused,
  Unknown,
} from '../../ports/payment-gateway'
import { refusalFor } from '../wallets/api-error'
import { beijingText } from '../../beijing-time'
import { cutBytes } from '../wallets/cut-bytes'
import { settleClose } from '../wallets/settle-close'
import { notKnown } from '../wallets/unknown-outcome'
import type { AdapterPorts, AlipayOptions } from '../wallet-config'
import { type AlipayClient, createAlipayClient } from './alipay-client'
import { type AlipayDesk, NEVER_SEEN } from './desk'
import { readAlipayNotice } from './read-notice'
import { queryRefund, refundTrade } from './refunds'
import { readTrade, tradeStatus } from './trade'
import { downloadAlipayBill } from './trade-bill'

const MAX_SUBJECT_BYTES = 256

/** Alipay, JSAPI_PAY (mini-programs). Share the client with the host's identity when both are used. */
export function createAlipayGateway(
  options: AlipayOptions,
  ports: AdapterPorts,
  client: AlipayClient = createAlipayClient(options, ports.clock),
): PaymentGateway {
  const desk: AlipayDesk = { client, options, refuse: refusalFor('alipay', ports.log), ...ports }
  return {
    create: (request) => openTrade(desk, request),
    query: (paymentId) => queryTrade(desk, paymentId),
    close: (paymentId) => closeTrade(desk, paymentId),
    refund: (request) => refundTrade(desk, request),
    queryRefund: (refund) => queryRefund(desk, refund),
    downloadBill: (day) => downloadAlipayBill(desk, day),

    async readNotice({ body }) {
      const notice = readAlipayNotice(body, { client, options, now: ports.clock.now() })
      if (notice.ok) return notice
      ports.log.warn('notice-refused', { wallet: 'alipay', problem: notice.error })
      return err({ code: notice.error === 'shape' ? 'malformed' : 'forged' })
    },

    // anything but these seven letters makes Alipay send the notice again
    acknowledge: (isTaken) => ({ status: 200, type: 'text/plain', body: isTaken ? 'success' : 'fail' }),
  }
}

const opened = v.object({ outTradeNo: v.string(), tradeNo: v.pipe(v.string(), v.minLength(1)) })

async function openTrade(
  desk: AlipayDesk,
  request: PaymentRequest,
): Promise<Result<Prepay, Unknown | Refused>> {
  const reply = await desk.client.call('alipay.trade.create', {
    notify_url: desk.options.notifyUrl,
    bizContent: {
      out_trade_no: request.paymentId,
      total_amount: formatYuan(request.amount),
      // Alipay refuses these three in a subject
      subject: cutBytes(request.description.replace(/[/=&]/g, ' '), MAX_SUBJECT_BYTES),
      product_code: 'JSAPI_PAY',
      op_app_id: desk.options.appId,
      buyer_open_id: request.payer.hostUserId,
      time_expire: beijingText(request.expiresAt),
    },
  })
  if (!reply.ok) return err(desk.refuse('create', reply.error))
  const parsed = v.safeParse(opened, reply.value)
  if (!parsed.success) return notKnown('Reply has no trade number')
  if (parsed.output.outTradeNo !== request.paymentId) return notKnown('Reply is about another trade')
  return ok({ wallet: 'alipay', tradeNo: parsed.output.tradeNo })
}

const queried = v.object({
  outTradeNo: v.string(),
  tradeNo: v.pipe(v.string(), v.minLength(1)),
  tradeStatus,
  totalAmount: v.string(),
  sendPayDate: v.optional(v.string()),
})

async function queryTrade(desk: AlipayDesk, paymentId: string): Promise<Result<PaymentState, Unknown>> {
  const bizContent = { out_trade_no: paymentId }
  const reply = await desk.client.call('alipay.trade.query', { bizContent })
  if (!reply.ok) {
    if (reply.error.code === 'unknown') return err(reply.error)
    return reply.error.name === NEVER_SEEN ? ok({ status: 'unpaid' }) : notKnown(reply.error.name)
  }
  const parsed = v.safeParse(queried, reply.value)
  if (!parsed.success) return notKnown('Reply is malformed')
  const trade = parsed.output
  // a reply's signature does not cover the question it answers
  if (trade.outTradeNo !== paymentId) return notKnown('Reply is about another trade')
  const words = { status: trade.tradeStatus, tradeNo: trade.tradeNo, totalAmount: trade.totalAmount }
  const state = readTrade({ ...words, paidAt: trade.sendPayDate }, desk.clock.now())
  return state.ok ? state : notKnown('Reply is malformed')
}

const closed = v.object({ outTradeNo: v.string() })

async function closeTrade(desk: AlipayDesk, paymentId: string): Promise<Result<void, Unknown | Refused>> {
  const bizContent = { out_trade_no: paymentId }
  const reply = await desk.client.call('alipay.trade.close', { bizContent })
  let reason = 'Reply is about another trade'
  if (reply.ok) {
    const parsed = v.safeParse(closed, reply.value)
    if (parsed.success && parsed.output.outTradeNo === paymentId) return ok(undefined)
  } else {
    if (reply.error.code === 'unknown') return err(reply.error)
    reason = reply.error.name
  }
  return settleClose({ reason, isNeverSeen: reason === NEVER_SEEN }, await queryTrade(desk, paymentId))
}
