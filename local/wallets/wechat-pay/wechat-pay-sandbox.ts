import { Hono, type Context } from 'hono'
import { MINUTE } from '@/domain/time'
import type { Clock } from '../../../cloudfunctions/_kernel/ports/clock'
import { type BillFiles, changed, createBillFiles } from '../bill-files'
import { type Faults, hangUp, pause, tamper } from '../faults'
import type { WalletKeys } from '../keys'
import type { RandomBytes } from '../random'
import { refuseProduction } from '../refuse-production'
import type { TradeBook } from '../trade-book'
import * as answers from './answers'
import { isAuthorized } from './authorization'
import { tradeBill } from './bill'
import { signedHeaders } from './notice'
import { queryRefund, refund } from './refunds'

/** `token` and `shipping` are asked of the server API, the others of the wallet. */
export type WeChatPayCall =
  | 'message'
  | 'code'
  | 'create'
  | 'query'
  | 'close'
  | 'refund'
  | 'refund-query'
  | 'bill'
  | 'bill-file'
  | 'token'
  | 'shipping'
  | 'phone'
export type WeChatPayFaults = Faults<WeChatPayCall>

interface SandboxOptions {
  readonly book: TradeBook
  readonly keys: WalletKeys
  readonly clock: Clock
  readonly random: RandomBytes
  readonly faults: WeChatPayFaults
  /** Where these routes are reached, without a slash at the end. */
  readonly url: string
}

const FILE_PATH = '/v3/billdownload/file'
const FILE_LIFE_MS = 5 * MINUTE
const STALE_MS = 10 * MINUTE

/** WeChat Pay's APIv3 for one merchant: checks who asks, and signs every reply. */
export function createWeChatPaySandbox(options: SandboxOptions): Hono {
  refuseProduction('The WeChat Pay sandbox')
  const { book, keys, clock, random, faults } = options
  const files = createBillFiles(clock, random, FILE_LIFE_MS)
  const office = { book, clock, files, address: `${options.url}${FILE_PATH}` }

  function reply({ status, body }: answers.Answer, fault: WeChatPayFaults['reply'][WeChatPayCall]): Response {
    const text = body === null ? '' : JSON.stringify(body)
    const at = fault === 'stale' ? clock.now() - STALE_MS : clock.now()
    // a body that is not there can not be changed: then what was signed is something else
    const signed = fault === 'tampered' && text === '' ? '{}' : text
    const headers = signedHeaders(signed, { privateKey: keys.platform.privateKey, at, random })
    const told = fault === 'tampered' ? tamper(text) : text
    return new Response(body === null ? null : told, {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    })
  }

  const on =
    (call: WeChatPayCall, answer: (context: Context, body: unknown) => answers.Answer) =>
    async (context: Context): Promise<Response> => {
      const fault = faults.reply[call]
      if (fault === 'hang') return hangUp(context.req.raw.signal)
      const text = await context.req.text()
      if (!isOurMerchant(context, text, options)) return reply(answers.signError, undefined)
      const told = answer(context, parseJson(text))
      await book.saved()
      if (fault === 'no-reply') return hangUp(context.req.raw.signal)
      if (fault === 'slow') await pause(faults.slowMs)
      return reply(told, fault)
    }

  const trade = '/v3/pay/transactions/out-trade-no/:number'
  const refunds = '/v3/refund/domestic/refunds'
  const numberIn = ({ req }: Context): string => req.param('number') ?? ''
  const create = on('create', (_, body) => answers.create(book, body))
  const query = on('query', (context) => answers.query(book, numberIn(context), context.req.query('mchid')))
  const close = on('close', (context, body) => answers.close(book, numberIn(context), body))
  const routes = new Hono()
  routes.post('/v3/pay/transactions/jsapi', create)
  routes.get(trade, query)
  routes.post(`${trade}/close`, close)
  routes.post(
    refunds,
    on('refund', (_, body) => refund(book, body, faults.refund)),
  )
  routes.get(
    `${refunds}/:number`,
    on('refund-query', (context) => queryRefund(book, numberIn(context), faults.refund)),
  )
  routes.get(
    '/v3/bill/tradebill',
    on('bill', ({ req }) => tradeBill(office, req.query(), faults.bill)),
  )
  routes.get(FILE_PATH, (context) => giveFile(context, files, options))
  return routes
}

/** The file itself is not signed: its hash was told before. */
async function giveFile(context: Context, files: BillFiles, options: SandboxOptions): Promise<Response> {
  const { faults } = options
  const fault = faults.reply['bill-file']
  if (fault === 'hang' || fault === 'no-reply') return hangUp(context.req.raw.signal)
  if (!isOurMerchant(context, '', options)) return context.json(answers.signError.body, 401)
  const file = files.get(context.req.query('token') ?? '')
  if (file === null) return context.json({ code: 'PARAM_ERROR', message: '下载地址已失效' }, 400)
  if (fault === 'slow') await pause(faults.slowMs)
  const isChanged = fault === 'tampered' || faults.bill === 'changed'
  return new Response(new Uint8Array(isChanged ? changed(file) : file), {
    headers: { 'content-type': 'text/plain' },
  })
}

function isOurMerchant({ req }: Context, body: string, { keys, clock }: SandboxOptions): boolean {
  const { method, url } = req
  const authorization = req.header('authorization') ?? null
  return isAuthorized({ method, url, authorization, body }, keys.merchant.publicKey, clock.now())
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // an empty or broken body is not what any request asks for
    return null
  }
}
