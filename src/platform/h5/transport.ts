import { err, ok, type Result } from '@/domain/result'
import type { Transport, TransportFailure, WireRequest } from '../ports/transport'
import { TIMEOUT_MS, wireHeaders, wireUrl } from '../wire'

const post = (request: WireRequest, options: RequestInit): Promise<Response> =>
  window.fetch(wireUrl(request), {
    method: 'POST',
    headers: wireHeaders(request),
    body: JSON.stringify(request.input),
    ...options,
  })

/** By the browser's own `fetch`: Taro's way brings two libraries for browsers without one (9 KiB compressed). */
async function send(request: WireRequest): Promise<Result<unknown, TransportFailure>> {
  const patience = new AbortController()
  const timer = setTimeout(() => {
    patience.abort()
  }, TIMEOUT_MS)
  try {
    const reply = await post(request, { signal: patience.signal })
    const data: unknown = await reply.json()
    return typeof data === 'object' && data !== null ? ok(data) : err('unreadable')
  } catch (error) {
    if (patience.signal.aborted) return err('timeout')
    return err(error instanceof SyntaxError ? 'unreadable' : 'offline')
  } finally {
    clearTimeout(timer)
  }
}

export const transport: Transport = {
  send,
  sendAndForget(request) {
    // keepalive lets the call outlive the page; it may fail as the page dies, and nobody is there to be told.
    void post(request, { keepalive: true }).catch(() => undefined)
  },
}
