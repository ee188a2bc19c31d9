import type { Api, HostParts } from '../world'
import { Refusal, text, type MakePlayable, type Options } from './playable'

const DEFAULT_TIMEOUT_MS = 60_000

/** Alipay's numbers for a reply that it does not take for one. */
const NOT_DECODED = 14
const NOT_OK = 19

/** HTTP as both hosts do it; they differ in how they call status and headers, and in what they call a failure. */
export function requestApi({ target }: HostParts, playable: MakePlayable): Api {
  const request = (options: Options = {}): object => {
    const abort = new AbortController()
    const answer = playable('request', async () => {
      const reply = await send(options, abort.signal)
      const body = await reply.text()
      const isJson = (text(options, 'dataType') || 'json') === 'json'
      const headers = Object.fromEntries(reply.headers)
      return target === 'weapp'
        ? { data: isJson ? parsed(body) : body, statusCode: reply.status, header: headers, cookies: [] }
        : { data: alipayData(reply, body, isJson), status: reply.status, headers }
    })(options)
    return Object.assign(answer ?? {}, {
      abort: () => {
        abort.abort()
      },
    })
  }
  return { request }
}

async function send(options: Options, signal: AbortSignal): Promise<Response> {
  const method = (text(options, 'method') || 'GET').toUpperCase()
  const { data } = options
  const hasBody = method !== 'GET' && method !== 'HEAD' && data !== undefined
  const query = !hasBody && isRecord(data) ? `?${new URLSearchParams(data).toString()}` : ''
  const timeout = AbortSignal.timeout(Number(options.timeout ?? DEFAULT_TIMEOUT_MS))
  try {
    return await fetch(text(options, 'url') + query, {
      method,
      headers: { 'content-type': 'application/json', ...headersOf(options) },
      signal: AbortSignal.any([signal, timeout]),
      ...(hasBody ? { body: typeof data === 'string' ? data : JSON.stringify(data) } : {}),
    })
  } catch {
    if (timeout.aborted) throw new Refusal('timeout', 13)
    throw signal.aborted ? new Refusal('abort', 9) : new Refusal('network error', 12)
  }
}

const isRecord = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null

const headersOf = ({ header, headers }: Options): Record<string, string> => {
  const given = header ?? headers
  return isRecord(given) ? given : {}
}

/** WeChat hands over what it could not read. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return body
  }
}

/** Alipay calls any status but 200 a failure, and a body that is no JSON; the reply comes along, its body as text. */
function alipayData({ status, headers }: Response, body: string, isJson: boolean): unknown {
  const reply = { status, headers: Object.fromEntries(headers), data: body, originalData: body }
  if (status !== 200) throw new Refusal('http status error', NOT_OK, reply)
  if (!isJson) return body
  try {
    return JSON.parse(body) as unknown
  } catch {
    throw new Refusal('JSON parse data error', NOT_DECODED, reply)
  }
}
