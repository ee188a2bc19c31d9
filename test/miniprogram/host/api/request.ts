import type { Api, HostParts } from '../world'
import { Refusal, text, type MakePlayable, type Options } from './playable'

const DEFAULT_TIMEOUT_MS = 60_000

/** HTTP as both hosts do it; they differ in how they call status and headers. */
export function requestApi({ target }: HostParts, playable: MakePlayable): Api {
  const request = (options: Options = {}): object => {
    const abort = new AbortController()
    const answer = playable('request', async () => {
      const reply = await send(options, abort.signal)
      const data = await read(reply, text(options, 'dataType') || 'json')
      const headers = Object.fromEntries(reply.headers)
      return target === 'weapp'
        ? { data, statusCode: reply.status, header: headers, cookies: [] }
        : { data, status: reply.status, headers }
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

async function read(reply: Response, type: string): Promise<unknown> {
  const body = await reply.text()
  if (type !== 'json') return body
  try {
    return JSON.parse(body) as unknown
  } catch {
    // both hosts hand over what they could not read
    return body
  }
}
