import type { WireRequest } from '../ports/transport'
import { transport } from './transport'

const request: WireRequest = {
  functionName: 'rooms',
  operation: 'enter',
  input: { roomId: 'r' },
  token: 't',
  idempotencyKey: 'k',
}

describe('calls from a browser', () => {
  const fetch = jest.fn<Promise<unknown>, [string, RequestInit]>()

  beforeEach(() => {
    fetch.mockReset()
    Object.assign(window, { fetch })
  })
  afterEach(() => jest.useRealTimers())

  it('carry the input, who asks and the key, and bring the reply as it came', async () => {
    fetch.mockResolvedValue({ json: async () => ({ ok: true, data: 1 }) })
    expect(await transport.send(request)).toEqual({ ok: true, value: { ok: true, data: 1 } })
    const [url, { method, body, headers }] = fetch.mock.calls[0] ?? ['', {}]
    expect([url, method, body]).toEqual(['/api/rooms/enter', 'POST', '{"roomId":"r"}'])
    expect(headers).toEqual({
      'content-type': 'application/json',
      authorization: 'Bearer t',
      'idempotency-key': 'k',
    })
  })

  it.each([
    ['offline', 'no connection', async () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'unreadable',
      'a page instead of JSON',
      async () => ({ json: async (): Promise<unknown> => JSON.parse('<html>') }),
    ],
    ['unreadable', 'a bare word', async () => ({ json: async () => 'no' })],
  ])('are %s with %s', async (failure, _what, answer) => {
    fetch.mockImplementation(answer)
    expect(await transport.send(request)).toEqual({ ok: false, error: failure })
  })

  it('give up after ten seconds', async () => {
    jest.useFakeTimers()
    fetch.mockImplementation(
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        }),
    )
    const outcome = transport.send(request)
    jest.advanceTimersByTime(10_000)
    expect(await outcome).toEqual({ ok: false, error: 'timeout' })
  })

  it('outlive the page when nobody waits for the reply', () => {
    fetch.mockRejectedValue(new TypeError('the page is gone'))
    transport.sendAndForget(request)
    expect(fetch.mock.calls[0]?.[1].keepalive).toBe(true)
  })
})
