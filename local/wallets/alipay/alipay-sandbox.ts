import { Hono, type Context } from 'hono'
import { MINUTE, SECOND } from '@/domain/time'
import { readBeijingText } from '../../../cloudfunctions/_kernel/beijing-time'
import type { Clock } from '../../../cloudfunctions/_kernel/ports/clock'
import type { OneTimeCodes } from '../../identity/one-time-codes'
import type { MessageBox } from '../../inbox/message-box'
import { takeAlipayMessage } from '../../inbox/take-message'
import { type BillFiles, changed, createBillFiles } from '../bill-files'
import { type Faults, hangUp, pause, tamper } from '../faults'
import type { WalletKeys } from '../keys'
import { isLoopback } from '../loopback'
import { merchant } from '../merchant'
import type { RandomBytes } from '../random'
import { refuseProduction } from '../refuse-production'
import type { ShipmentBook } from '../shipments'
import { signRsa, sortedPairs, verifyRsa } from '../signing'
import type { TradeBook } from '../trade-book'
import { sandboxCode } from '../sandbox-code'
import { type Answer, invalid } from './answer'
import { billAddress } from './bill'
import * as methods from './methods'
import { refund, refundQuery } from './refunds'
import { syncOrder } from './shipping'

/** Alipay's replies carry no time, so a stale one can not be told from a fresh one. */
export type AlipayFault = 'hang' | 'no-reply' | 'slow' | 'tampered'
export type AlipayCall =
  | 'create'
  | 'query'
  | 'close'
  | 'refund'
  | 'refund-query'
  | 'token'
  | 'bill'
  | 'bill-file'
  | 'shipping'
  | 'message'
  | 'code'
export type AlipayFaults = Faults<AlipayCall, AlipayFault>

interface SandboxOptions {
  readonly book: TradeBook
  readonly keys: WalletKeys
  readonly clock: Clock
  readonly faults: AlipayFaults
  readonly codes: OneTimeCodes
  readonly shipments: ShipmentBook
  readonly messages: MessageBox
  readonly random: RandomBytes
  /** Where these routes are reached, without a slash at the end. */
  readonly url: string
}

const CALLS: Readonly<Record<string, Exclude<AlipayCall, 'bill-file'>>> = {
  'alipay.trade.create': 'create',
  'alipay.trade.query': 'query',
  'alipay.trade.close': 'close',
  'alipay.trade.refund': 'refund',
  'alipay.trade.fastpay.refund.query': 'refund-query',
  'alipay.system.oauth.token': 'token',
  'alipay.data.dataservice.bill.downloadurl.query': 'bill',
  'alipay.merchant.order.sync': 'shipping',
  'alipay.open.app.mini.templatemessage.send': 'message',
  'alipay.open.app.qrcode.create': 'code',
}
const FILE_PATH = '/downloadBillFile.resource'
const CODE_PATH = '/code.png'
const FILE_LIFE_MS = 30 * SECOND
const MAX_SKEW_MS = 10 * MINUTE

/** Alipay's gateway for one app: checks who asks, and signs every reply. */
export function createAlipaySandbox(options: SandboxOptions): Hono {
  refuseProduction('The Alipay sandbox')
  const { book, keys, clock, faults } = options
  const files = createBillFiles(clock, options.random, FILE_LIFE_MS)
  const office = { book, clock, files, address: `${options.url}${FILE_PATH}` }

  function answer(call: Exclude<AlipayCall, 'bill-file'>, params: Readonly<Record<string, string>>): Answer {
    const content = parseJson(params['biz_content'] ?? '')
    switch (call) {
      case 'create':
        return methods.create(book, content, params['notify_url'] ?? '')
      case 'query':
        return methods.query(book, content)
      case 'close':
        return methods.close(book, content)
      case 'refund':
        return refund(book, content, faults.refund)
      case 'refund-query':
        return refundQuery(book, content, faults.refund)
      case 'token':
        return methods.token(options.codes, params)
      case 'bill':
        return billAddress(office, content, faults.bill)
      case 'shipping':
        return syncOrder(book, options.shipments, content)
      case 'code':
        return methods.code(content, `${options.url}${CODE_PATH}`)
      case 'message':
        return methods.message(takeAlipayMessage(options, content))
    }
  }

  function reply(under: string, told: Answer, fault?: AlipayFault): Response {
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
    if (call === undefined) return reply('error_response', invalid('isv.invalid-method', '不存在的方法名'))
    const fault = faults.reply[call]
    if (fault === 'hang') return hangUp(context.req.raw.signal)
    const told = answer(call, params)
    await book.saved()
    if (fault === 'no-reply') return hangUp(context.req.raw.signal)
    if (fault === 'slow') await pause(faults.slowMs)
    const isTokenRefusal = call === 'token' && told['sub_code'] !== undefined
    return reply(isTokenRefusal ? 'error_response' : under, told, fault)
  })
  routes.get(CODE_PATH, () => new Response(new Uint8Array(sandboxCode)))
  routes.get(FILE_PATH, (context) => giveFile(context, files, faults))
  return routes
}

/** Whoever knows the address gets the file: nothing about this request or its answer is signed. */
async function giveFile({ req }: Context, files: BillFiles, faults: AlipayFaults): Promise<Response> {
  const fault = faults.reply['bill-file']
  if (fault === 'hang' || fault === 'no-reply') return hangUp(req.raw.signal)
  const file = files.get(req.query('token') ?? '')
  if (file === null) return new Response('', { status: 404 })
  if (fault === 'slow') await pause(faults.slowMs)
  const isChanged = fault === 'tampered' || faults.bill === 'changed'
  return new Response(new Uint8Array(isChanged ? changed(file) : file), {
    headers: { 'content-type': 'application/zip' },
  })
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
): Answer | null {
  const { sign = '', ...signed } = params
  if (params['app_id'] !== merchant.alipayAppId) return invalid('isv.invalid-app-id', '无效的AppID参数')
  if (params['sign_type'] !== 'RSA2') return invalid('isv.invalid-signature-type', '无效的签名类型')
  if (!verifyRsa(sortedPairs(signed), sign, publicKey)) return invalid('isv.invalid-signature', '验签出错')
  const at = readBeijingText(params['timestamp'] ?? '')
  if (at === null || Math.abs(now - at) > MAX_SKEW_MS)
    return invalid('isv.invalid-timestamp', '非法的时间戳参数')
  const notifyUrl = params['notify_url']
  if (notifyUrl !== undefined && !isLoopback(notifyUrl))
    return invalid('isv.invalid-notify-url', '沙箱只通知本机')
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
