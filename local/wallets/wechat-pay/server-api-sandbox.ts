import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { Clock } from '../../../cloudfunctions/_kernel/ports/clock'
import type { AccessTokens } from '../../identity/access-tokens'
import type { OneTimeCodes } from '../../identity/one-time-codes'
import type { MessageBox } from '../../inbox/message-box'
import { type MessageRefusal, takeWeChatMessage } from '../../inbox/take-message'
import { sandboxCode } from '../sandbox-code'
import { hangUp, pause } from '../faults'
import { merchant } from '../merchant'
import { refuseProduction } from '../refuse-production'
import type { ShipmentBook } from '../shipments'
import type { TradeBook } from '../trade-book'
import { type ErrorAnswer, takeShipping } from './shipping'
import type { WeChatPayCall, WeChatPayFaults } from './wechat-pay-sandbox'

interface SandboxOptions {
  readonly book: TradeBook
  readonly shipments: ShipmentBook
  readonly tokens: AccessTokens
  readonly appSecret: string
  readonly phoneCodes: OneTimeCodes
  readonly faults: WeChatPayFaults
  readonly messages: MessageBox
  readonly clock: Clock
}

const tokenRequest = v.object({
  grant_type: v.literal('client_credential'),
  appid: v.string(),
  secret: v.string(),
})
const phoneRequest = v.object({ code: v.string() })
const codeRequest = v.object({
  scene: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
  page: v.pipe(v.string(), v.regex(/^[\w/]+$/)),
})
const REFUSED_TOKEN = {
  unknown: { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' },
  expired: { errcode: 42001, errmsg: 'access_token expired' },
} as const
const REFUSED_MESSAGE: Readonly<Record<MessageRefusal, object>> = {
  malformed: { errcode: 47003, errmsg: 'argument invalid!' },
  nobody: { errcode: 40003, errmsg: 'invalid openid' },
  template: { errcode: 40037, errmsg: 'invalid template_id' },
}

/** `/sandbox/wechat`: WeChat's server API for one app. Nobody signs what it says, and it always says 200. */
export function createWeChatServerApiSandbox(options: SandboxOptions): Hono {
  refuseProduction('The WeChat server API sandbox')
  const { tokens, appSecret, faults } = options

  const on =
    (
      call: Extract<WeChatPayCall, 'token' | 'shipping' | 'phone' | 'message' | 'code'>,
      answer: (context: Context) => Promise<object | Uint8Array>,
    ) =>
    async (context: Context): Promise<Response> => {
      const fault = faults.reply[call]
      if (fault === 'hang') return hangUp(context.req.raw.signal)
      const answered = await answer(context)
      if (answered instanceof Uint8Array) return new Response(new Uint8Array(answered))
      const told = JSON.stringify(answered)
      if (fault === 'no-reply') return hangUp(context.req.raw.signal)
      if (fault === 'slow') await pause(faults.slowMs)
      // without a signature a changed reply is only noticed when it is broken
      return context.text(fault === 'tampered' ? told.slice(0, -1) : told)
    }

  async function issue({ req }: Context): Promise<object> {
    const parsed = v.safeParse(tokenRequest, await readJson(req.raw))
    if (!parsed.success) return { errcode: 40002, errmsg: 'invalid grant_type' }
    const { appid, secret } = parsed.output
    if (appid !== merchant.wechatAppId) return { errcode: 40013, errmsg: 'invalid appid' }
    return secret === appSecret ? tokens.issue() : { errcode: 40125, errmsg: 'invalid appsecret' }
  }

  async function ship({ req }: Context): Promise<ErrorAnswer> {
    const judged = tokens.judge(req.query('access_token') ?? '')
    return judged === 'good' ? takeShipping(options, await readJson(req.raw)) : REFUSED_TOKEN[judged]
  }

  async function tellPhone({ req }: Context): Promise<object> {
    const judged = tokens.judge(req.query('access_token') ?? '')
    if (judged !== 'good') return REFUSED_TOKEN[judged]
    const parsed = v.safeParse(phoneRequest, await readJson(req.raw))
    const persona = parsed.success ? options.phoneCodes.take('weapp', parsed.output.code) : 'unknown'
    if (persona === 'unknown') return { errcode: 40029, errmsg: 'invalid code' }
    if (persona === 'used') return { errcode: 40163, errmsg: 'code been used' }
    const { phone } = persona
    const phone_info = { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86' }
    return { errcode: 0, errmsg: 'ok', phone_info }
  }

  async function carry({ req }: Context): Promise<object> {
    const judged = tokens.judge(req.query('access_token') ?? '')
    if (judged !== 'good') return REFUSED_TOKEN[judged]
    const refusal = takeWeChatMessage(options, await readJson(req.raw))
    return refusal === null ? { errcode: 0, errmsg: 'ok' } : REFUSED_MESSAGE[refusal]
  }

  async function drawCode({ req }: Context): Promise<object | Uint8Array> {
    const judged = tokens.judge(req.query('access_token') ?? '')
    if (judged !== 'good') return REFUSED_TOKEN[judged]
    const parsed = v.safeParse(codeRequest, await readJson(req.raw))
    return parsed.success ? sandboxCode : { errcode: 40169, errmsg: 'invalid length for scene' }
  }

  const routes = new Hono()
  routes.post('/wxa/getwxacodeunlimit', on('code', drawCode))
  routes.post('/cgi-bin/message/subscribe/send', on('message', carry))
  routes.post('/wxa/business/getuserphonenumber', on('phone', tellPhone))
  routes.post('/cgi-bin/stable_token', on('token', issue))
  routes.post('/wxa/sec/order/upload_shipping_info', on('shipping', ship))
  return routes
}

const readJson = (request: Request): Promise<unknown> => request.json().catch(() => null)
