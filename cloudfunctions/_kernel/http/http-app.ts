import { Hono, type Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import { sql } from 'kysely'
import type { ErrorCode, Reply } from '@/contracts/errors'
import type { CloudFunction } from '../cloud-function'
import { type Kernel, withContext } from '../kernel'
import type { Route, WebReply } from '../route'
import { runOperation } from '../run-operation'
import { HTTP_STATUS } from './http-status'

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
  app.use(secureHeaders({ crossOriginResourcePolicy: 'cross-origin' }))
  app.use('/api/*', cors({ origin: [...corsOrigins], allowMethods: ['POST'], maxAge: 600 }))
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => refuse(c, 'invalid-request') }))
  app.notFound((c) => refuse(c, 'not-found'))
  app.onError((cause, c) => {
    log.alarm('request-failed', { path: c.req.path, cause })
    return refuse(c, 'internal')
  })

  app.get('/healthz', async (c) => {
    await sql`select 1`.execute(kernel.db)
    return c.json({ ok: true })
  })
  for (const fn of functions) {
    app.post(`/api/${fn.contract.name}/:operation`, (c) => call(kernel, fn, c))
    for (const route of fn.routes) app.on(route.method, route.path, (c) => visit(kernel, route, c))
  }
  return app
}

async function call(kernel: Kernel, fn: CloudFunction, c: HonoContext): Promise<Response> {
  const input = await readJson(c)
  if (input === undefined) return refuse(c, 'invalid-request')
  const reply = await runOperation(kernel, fn, {
    operation: c.req.param('operation') ?? '',
    input,
    token: /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1],
    idempotencyKey: c.req.header('idempotency-key'),
    correlationId: correlationIdOf(kernel, c),
  })
  c.header('Cache-Control', 'no-store')
  return c.json(reply, reply.ok ? 200 : HTTP_STATUS[reply.error.code])
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
    headers: { ...headers, 'Content-Type': type },
  })
}

function refuse(c: HonoContext, code: ErrorCode): Response {
  const reply: Reply<never> = { ok: false, error: { code } }
  return c.json(reply, HTTP_STATUS[code])
}
