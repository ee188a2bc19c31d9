import { Hono, type Context } from 'hono'
import { MINUTE } from '@/domain/time'
import type { Clock } from '../../../cloudfunctions/_kernel/ports/clock'
import { type Faults, hangUp, pause, tamper } from '../faults'
import type { WalletKeys } from '../keys'
import type { RandomBytes } from '../random'
import { refuseProduction } from '../refuse-production'
import type { TradeBook } from '../trade-book'
import * as answers from './answers'
import { isAuthorized } from './authorization'
import { signedHeaders } from './notice'

export type WeChatPayCall = 'create' | 'query' | 'close' | 'refund'
export type WeChatPayFaults = Faults<WeChatPayCall>

interface SandboxOptions {
  readonly book: TradeBook
  readonly keys: WalletKeys
  readonly clock: Clock
  readonly random: RandomBytes
  readonly faults: WeChatPayFaults
}

const STALE_MS = 10 * MINUTE

/** WeChat Pay's APIv3 for one merchant: checks who asks, and signs every reply. */
export function createWeChatPaySandbox(options: SandboxOptions): Hono {
  refuseProduction('The WeChat Pay sandbox')
  const { book, keys, clock, random, faults } = options

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
      const { method, url } = context.req
      const authorization = context.req.header('authorization') ?? null
      if (!isAuthorized({ method, url, authorization, body: text }, keys.merchant.publicKey, clock.now()))
        return reply(answers.signError, undefined)
      const told = answer(context, parseJson(text))
      await book.saved()
      if (fault === 'no-reply') return hangUp(context.req.raw.signal)
      if (fault === 'slow') await pause(faults.slowMs)
      return reply(told, fault)
    }

  const trade = '/v3/pay/transactions/out-trade-no/:number'
  const numberIn = ({ req }: Context): string => req.param('number') ?? ''
  const create = on('create', (_, body) => answers.create(book, body))
  const query = on('query', (context) => answers.query(book, numberIn(context), context.req.query('mchid')))
  const close = on('close', (context, body) => answers.close(book, numberIn(context), body))
  const refund = on('refund', (_, body) => answers.refund(book, body))
  const routes = new Hono()
  routes.post('/v3/pay/transactions/jsapi', create)
  routes.get(trade, query)
  routes.post(`${trade}/close`, close)
  routes.post('/v3/refund/domestic/refunds', refund)
  return routes
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // an empty or broken body is not what any request asks for
    return null
  }
}
