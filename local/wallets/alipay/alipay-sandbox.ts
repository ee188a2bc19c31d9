import { Hono, type Context } from 'hono'
import { MINUTE } from '@/domain/time'
import { readBeijingText } from '../../../cloudfunctions/_kernel/adapters/wallets/beijing-time'
import type { Clock } from '../../../cloudfunctions/_kernel/ports/clock'
import type { OneTimeCodes } from '../../identity/one-time-codes'
import { type Faults, hangUp, pause, tamper } from '../faults'
import type { WalletKeys } from '../keys'
import { isLoopback } from '../loopback'
import { merchant } from '../merchant'
import { refuseProduction } from '../refuse-production'
import { signRsa, sortedPairs, verifyRsa } from '../signing'
import type { TradeBook } from '../trade-book'
import * as methods from './methods'

/** Alipay's replies carry no time, so a stale one can not be told from a fresh one. */
export type AlipayFault = 'hang' | 'no-reply' | 'slow' | 'tampered'
export type AlipayCall = 'create' | 'query' | 'close' | 'refund' | 'refund-query' | 'token'
export type AlipayFaults = Faults<AlipayCall, AlipayFault>

interface SandboxOptions {
  readonly book: TradeBook
  readonly keys: WalletKeys
  readonly clock: Clock
  readonly faults: AlipayFaults
  readonly codes: OneTimeCodes
}

const CALLS: Readonly<Record<string, AlipayCall>> = {
  'alipay.trade.create': 'create',
  'alipay.trade.query': 'query',
  'alipay.trade.close': 'close',
  'alipay.trade.refund': 'refund',
  'alipay.trade.fastpay.refund.query': 'refund-query',
  'alipay.system.oauth.token': 'token',
}
const MAX_SKEW_MS = 10 * MINUTE

/** Alipay's gateway for one app: checks who asks, and signs every reply. */
export function createAlipaySandbox(options: SandboxOptions): Hono {
  refuseProduction('The Alipay sandbox')
  const { book, keys, clock, faults } = options

  function answer(call: AlipayCall, params: Readonly<Record<string, string>>): methods.Answer {
    const content = parseJson(params['biz_content'] ?? '')
    switch (call) {
      case 'create':
        return methods.create(book, content, params['notify_url'] ?? '')
      case 'query':
        return methods.query(book, content)
      case 'close':
        return methods.close(book, content)
      case 'refund':
        return methods.refund(book, content)
      case 'refund-query':
        return methods.refundQuery(book, content)
      case 'token':
        return methods.token(options.codes, params)
    }
  }

  function reply(under: string, told: methods.Answer, fault?: AlipayFault): Response {
    const text = JSON.stringify(told)
    const sign = signRsa(text, keys.alipay.privateKey)
    const changed = fault === 'tampered' ? tamper(text) : text
    return new Response(`{"${under}":${changed},"sign":"${sign}"}`, {
      headers: { 'content-type': 'application/json;charset=utf-8' },
    })
  }

  const routes = new Hono()
  routes.post('/gateway.do', async (context) => {
    const params = await readParams(context)
    const method = params['method'] ?? ''
    const under = `${method.replaceAll('.', '_')}_response`
    const refusal = findRefusal(params, keys.app.publicKey, clock.now())
    if (refusal !== null) return reply(under, refusal)
    const call = CALLS[method]
    if (call === undefined)
      return reply('error_response', methods.invalid('isv.invalid-method', '不存在的方法名'))
    const fault = faults.reply[call]
    if (fault === 'hang') return hangUp(context.req.raw.signal)
    const told = answer(call, params)
    await book.saved()
    if (fault === 'no-reply') return hangUp(context.req.raw.signal)
    if (fault === 'slow') await pause(faults.slowMs)
    const isTokenRefusal = call === 'token' && told['sub_code'] !== undefined
    return reply(isTokenRefusal ? 'error_response' : under, told, fault)
  })
  return routes
}

/** Some parameters come in the address and some in the body; the signature covers them all. */
async function readParams({ req }: Context): Promise<Readonly<Record<string, string>>> {
  const inAddress = new URL(req.url).searchParams
  return { ...Object.fromEntries(inAddress), ...Object.fromEntries(new URLSearchParams(await req.text())) }
}

function findRefusal(
  params: Readonly<Record<string, string>>,
  publicKey: string,
  now: number,
): methods.Answer | null {
  const { sign = '', ...signed } = params
  if (params['app_id'] !== merchant.alipayAppId)
    return methods.invalid('isv.invalid-app-id', '无效的AppID参数')
  if (params['sign_type'] !== 'RSA2') return methods.invalid('isv.invalid-signature-type', '无效的签名类型')
  if (!verifyRsa(sortedPairs(signed), sign, publicKey))
    return methods.invalid('isv.invalid-signature', '验签出错')
  const at = readBeijingText(params['timestamp'] ?? '')
  if (at === null || Math.abs(now - at) > MAX_SKEW_MS)
    return methods.invalid('isv.invalid-timestamp', '非法的时间戳参数')
  const notifyUrl = params['notify_url']
  if (notifyUrl !== undefined && !isLoopback(notifyUrl))
    return methods.invalid('isv.invalid-notify-url', '沙箱只通知本机')
  return null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // methods without content have none
    return null
  }
}
