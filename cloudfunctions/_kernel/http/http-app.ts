import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { sql } from 'kysely'
import type { ErrorCode, Reply } from '@/contracts/errors'
import type { CloudFunction } from '../cloud-function'
import { isUnavailable } from '../database/is-unavailable'
import { type Kernel, withContext } from '../kernel'
import type { Route, WebReply } from '../route'
import { runOperation } from '../run-operation'
import { HTTP_STATUS } from './http-status'
import { SECURE_HEADERS } from './secure-headers'

const MAX_BODY_BYTES = 1_500_000
const CORRELATION_ID = /^[\w-]{8,64}$/

export interface HttpOptions {
  readonly functions: readonly CloudFunction[]
  /** Origins of H5 clients that are served from somewhere else. */
  readonly corsOrigins: readonly string[]
}

/** Every operation at `/api/<function>/<operation>`, every route at its path. */
export function httpApp(kernel: Kernel, { functions, corsOrigins }: HttpOptions): Hono {
  const app = new Hono()
  const { log } = kernel.ports
  if (corsOrigins.length > 0)
    app.use('/api/*', cors({ origin: [...corsOrigins], allowMethods: ['POST'], maxAge: 600 }))
  app.use(limitBody)
  app.notFound(() => refuse('not-found'))
  app.onError((cause, c) => {
    if (isUnavailable(cause)) {
      log.alarm('database-unavailable', { path: c.req.path, cause })
      return refuse('busy')
    }
    log.alarm('request-failed', { path: c.req.path, cause })
    return refuse('internal')
  })

  app.get('/healthz', async () => {
    await sql`select 1`.execute(kernel.db)
    return answer({ ok: true }, 200)
  })
  for (const fn of functions) {
    app.post(`/api/${fn.contract.name}/:operation`, (c) => call(kernel, fn, c))
    for (const route of fn.routes) app.on(route.method, route.path, (c) => visit(kernel, route, c))
  }
  return app
}

const countBody = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: () => refuse('invalid-request') })

/**
 * A body that says how long it is need not be counted: the server reads no more than that. Counting makes a stream of
 * every body, which costs more than all the rest of a request.
 */
const limitBody: MiddlewareHandler = (c, next) => {
  const length = Number(c.req.header('content-length') ?? NaN)
  if (!(length >= 0) || c.req.header('transfer-encoding')) return countBody(c, next)
  return length > MAX_BODY_BYTES ? Promise.resolve(refuse('invalid-request')) : next()
}

async function call(kernel: Kernel, fn: CloudFunction, c: HonoContext): Promise<Response> {
  const input = await readJson(c)
  if (input === undefined) return refuse('invalid-request')
  const reply = await runOperation(kernel, fn, {
    operation: c.req.param('operation') ?? '',
    input,
    token: /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1],
    idempotencyKey: c.req.header('idempotency-key'),
    correlationId: correlationIdOf(kernel, c),
  })
  return answer(reply, reply.ok ? 200 : HTTP_STATUS[reply.error.code])
}

/** Undefined when the body is not JSON; no body at all is an empty input. */
async function readJson(c: HonoContext): Promise<unknown> {
  const text = await c.req.text()
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}

function correlationIdOf({ ports }: Kernel, c: HonoContext): string {
  const given = c.req.header('x-correlation-id') ?? ''
  return CORRELATION_ID.test(given) ? given : ports.ids.makeCorrelationId()
}

function visit(kernel: Kernel, route: Route, c: HonoContext): Promise<Response> {
  const facts = { correlationId: correlationIdOf(kernel, c), route: route.path }
  return withContext(kernel, facts, async (context) => {
    const [headers, body] = [c.req.header(), await c.req.text()]
    return toResponse(
      await route.handle(context, { headers, body, params: c.req.param(), query: c.req.query() }),
    )
  })
}

function toResponse({ status, type, body, headers }: WebReply): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    status,
    headers: { ...headers, ...SECURE_HEADERS, 'Content-Type': type },
  })
}

const JSON_HEADERS = { ...SECURE_HEADERS, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }

const answer = (reply: object, status: number): Response =>
  new Response(JSON.stringify(reply), { status, headers: JSON_HEADERS })

function refuse(code: ErrorCode): Response {
  const reply: Reply<never> = { ok: false, error: { code } }
  return answer(reply, HTTP_STATUS[code])
}
