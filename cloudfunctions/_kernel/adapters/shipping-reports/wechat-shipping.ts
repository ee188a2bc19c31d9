import * as v from 'valibot'
import { err, ok, type Result } from '@/domain/result'
import type { Unknown } from '../../ports/payment-gateway'
import type { ReportedParcel, ShippingReport, ShippingReports } from '../../ports/shipping-reports'
import { type ApiError, refusalFor } from '../wallets/api-error'
import { beijingIsoMs } from '../../beijing-time'
import { notKnown } from '../wallets/unknown-outcome'
import { type AdapterPorts, REPLY_TIMEOUT_MS, type WeChatIdentityOptions } from '../wallet-config'
import { type AccessTokens, createAccessTokens, withToken } from '../wechat-api/access-token'
import { postJson, WECHAT_API_URL } from '../wechat-api/post-json'

// 小程序发货信息管理服务, upload_shipping_info. Its numbers and limits are from there.

const BY_TRANSACTION = 2
const BY_EXPRESS = 1
const UNIFIED = 1
const SPLIT = 2
const MAX_DESCRIPTION = 120
/** The one carrier whose parcels can only be followed by somebody who knows a phone number of theirs. */
const SF_EXPRESS = 'SF'

/** Busy, or asked too often; or the payment is so young that this part of WeChat has not heard of it. */
const UNDECIDED: ReadonlySet<number> = new Set([-1, 45009, 45011, 10060001, 10060012, 10060019])
/** Told before with the very same words. */
const UNCHANGED = 10060023
/** Told to the end before; and told, and corrected. */
const TOLD_BEFORE: ReadonlySet<number> = new Set([10060002, 10060003])

const answer = v.object({ errcode: v.number() })

/** WeChat, which keeps the buyer's money until it has heard where the goods are. */
export function createWeChatShipping(
  options: WeChatIdentityOptions,
  ports: AdapterPorts,
  tokens: AccessTokens = createAccessTokens(options, ports),
): ShippingReports {
  const refuse = refusalFor('wechat-pay', ports.log)
  return {
    async report(report) {
      const reply = await withToken(tokens, (token) => upload(token, report, options))
      if (!reply.ok) return reply
      const judged = judge(reply.value.errcode, report)
      return judged.ok ? judged : err(refuse('shipping', judged.error))
    },
  }
}

type ErrorCode = number

async function upload(
  token: string,
  report: ShippingReport,
  options: WeChatIdentityOptions,
): Promise<Result<v.InferOutput<typeof answer>, Unknown>> {
  const url = new URL('wxa/sec/order/upload_shipping_info', options.baseUrl ?? WECHAT_API_URL)
  url.searchParams.set('access_token', token)
  const reply = await postJson(url, bodyOf(report), options.timeoutMs ?? REPLY_TIMEOUT_MS)
  if (!reply.ok) return reply
  const parsed = v.safeParse(answer, reply.value)
  return parsed.success ? ok(parsed.output) : notKnown('Reply is malformed')
}

function bodyOf(report: ShippingReport): object {
  const isOneForAll = report.isComplete && report.parcels.length === 1
  return {
    order_key: { order_number_type: BY_TRANSACTION, transaction_id: report.transactionId },
    logistics_type: BY_EXPRESS,
    ...(isOneForAll
      ? { delivery_mode: UNIFIED }
      : { delivery_mode: SPLIT, is_all_delivered: report.isComplete }),
    shipping_list: report.parcels.map((parcel) => parcelIn(report, parcel)),
    upload_time: beijingIsoMs(report.at),
    payer: { openid: report.payer.hostUserId },
  }
}

const parcelIn = (report: ShippingReport, parcel: ReportedParcel): object => ({
  tracking_no: parcel.trackingNumber,
  express_company: parcel.carrierCode,
  item_desc: [...(parcel.description || report.description)].slice(0, MAX_DESCRIPTION).join(''),
  ...(parcel.carrierCode === SF_EXPRESS && {
    contact: { receiver_contact: maskPhone(parcel.receiverPhone) },
  }),
})

/** The last four digits are all that is needed, and all that WeChat wants to see. */
const maskPhone = (phone: string): string =>
  phone.length > 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-4)}`

function judge(errcode: ErrorCode, { isCorrection }: ShippingReport): Result<void, Unknown | ApiError> {
  if (errcode === 0 || errcode === UNCHANGED) return ok(undefined)
  if (!isCorrection && TOLD_BEFORE.has(errcode)) return ok(undefined)
  if (UNDECIDED.has(errcode)) return notKnown(String(errcode))
  return err({ code: 'api-error', name: String(errcode) })
}
