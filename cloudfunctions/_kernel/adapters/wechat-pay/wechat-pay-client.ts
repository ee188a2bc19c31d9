import * as v from 'valibot'
import { Wechatpay } from 'wechatpay-axios-plugin'
import { err, ok, type Result } from '@/domain/result'
import type { Unknown } from '../../ports/payment-gateway'
import type { ApiError } from '../wallets/api-error'
import { unknownOutcome } from '../wallets/unknown-outcome'
import { REPLY_TIMEOUT_MS, type WeChatPayOptions } from '../wallet-config'
import { withinTime } from '../wallets/within-time'

export const WECHAT_PAY_URL = 'https://api.mch.weixin.qq.com/'

export interface WeChatPayReply {
  readonly status: number
  readonly data: unknown
}
export interface WeChatPayRequest {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
}
/** An `api-error`'s body is not signed: nothing about money follows from one alone. */
export type WeChatPayCall = (request: WeChatPayRequest) => Promise<Result<WeChatPayReply, Unknown | ApiError>>

const refusal = v.object({
  response: v.object({
    status: v.pipe(v.number(), v.minValue(400), v.maxValue(499)),
    data: v.object({ code: v.string() }),
  }),
})
/** Refusals after which the request may have been carried out all the same, or would be if it were sent again. */
const UNDECIDED = new Set(['SYSTEM_ERROR', 'SYSTEMERROR', 'BANK_ERROR', 'BANKERROR', 'FREQUENCY_LIMITED'])

/**
 * Calls of APIv3, signed by the merchant. A success whose signature, age or signer is wrong throws in the client and
 * counts as unknown.
 */
export function createWeChatPayClient(options: WeChatPayOptions): WeChatPayCall {
  const timeout = options.timeoutMs ?? REPLY_TIMEOUT_MS
  const client = new Wechatpay({
    mchid: options.merchantId,
    serial: options.merchantSerial,
    privateKey: options.merchantPrivateKey,
    certs: { ...options.platformKeys },
    baseURL: options.baseUrl ?? WECHAT_PAY_URL,
    timeout,
    // a proxy named in the environment must not stand between us and a gateway, nor may a redirect
    proxy: false,
    maxRedirects: 0,
    maxContentLength: 1_000_000,
  })
  return async ({ method, path, query, body }) => {
    const resource = client.chain(path)
    try {
      const work = method === 'get' ? resource.get<unknown>({ params: query }) : resource.post<unknown>(body)
      const { status, data } = await withinTime(timeout, work)
      return ok({ status, data })
    } catch (error) {
      const refused = v.safeParse(refusal, error)
      if (!refused.success) return err(unknownOutcome(error))
      const name = refused.output.response.data.code
      return err(UNDECIDED.has(name) ? unknownOutcome(new Error(name)) : { code: 'api-error', name })
    }
  }
}
