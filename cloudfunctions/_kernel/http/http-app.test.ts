import * as v from 'valibot'
import { contract, operation } from '@/contracts/contract'
import { ERROR_CODES } from '@/contracts/errors'
import { err, ok } from '@/domain/result'
import { setUpApplication } from '../../../test/builders/test-application'
import { cloudFunction } from '../cloud-function'
import type { Route } from '../route'
import { HTTP_STATUS } from './http-status'

const input = v.object({ code: v.optional(v.picklist(ERROR_CODES)) })
const probes = contract('probes', {
  answer: operation({
    caller: 'anyone',
    effect: 'read',
    input,
    output: v.object({}),
    errors: [...ERROR_CODES],
  }),
})
const mirror: Route = {
  method: 'POST',
  path: '/notify/mirror/:token?',
  async handle(_context, { headers, body, params, query }) {
    if (body === 'throw') throw new Error('a defect')
    const seen = { signature: headers['x-signature'], body, params, query }
    return { status: 202, type: 'application/json', body: JSON.stringify(seen), headers: { 'X-Seen': 'yes' } }
  },
}
const bytes: Route = {
  method: 'GET',
  path: '/bytes',
  handle: async () => ({ status: 200, type: 'image/png', body: new Uint8Array([1, 2, 255]) }),
}
const probe = cloudFunction(
  probes,
  { answer: async (_context, { code }) => (code ? err({ code }) : ok({})) },
  { routes: [mirror, bytes] },
)
const test = setUpApplication([probe])
const answer = (body: string, headers = {}) => test().post('/api/probes/answer', body, headers)

describe('operations', () => {
  it('answer JSON that nobody keeps', async () => {
    const response = await answer('{}')
    expect(await response.json()).toEqual({ ok: true, data: {} })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('take no body for an empty input, and nothing else that is not JSON', async () => {
    expect((await answer('')).status).toBe(200)
    for (const body of ['{', 'undefined', '<xml/>']) {
      const response = await answer(body)
      expect([response.status, await response.json()]).toEqual([
        400,
        { ok: false, error: { code: 'invalid-request' } },
      ])
    }
  })

  it('refuse more than a picture needs', async () => {
    const response = await answer(JSON.stringify({ much: 'x'.repeat(1_500_000) }))
    expect(await response.json()).toEqual({ ok: false, error: { code: 'invalid-request' } })
  })

  it.each(ERROR_CODES.filter((code) => code !== 'internal'))(
    'answer %s as the caller’s matter',
    async (code) => {
      const response = await answer(JSON.stringify({ code }))
      expect(response.status).toBe(HTTP_STATUS[code])
      expect(Math.floor(response.status / 100)).toBe(4)
      expect(await response.json()).toMatchObject({ ok: false, error: { code } })
    },
  )

  it('keep a sound correlation id and replace any other', async () => {
    const replyTo = async (given: string): Promise<unknown> =>
      (await answer('{"code":"busy"}', { 'x-correlation-id': given })).json()
    const told = (correlationId: unknown) => ({ ok: false, error: { code: 'busy', correlationId } })
    expect(await replyTo('call-4711')).toEqual(told('call-4711'))
    expect(await replyTo('x"; drop')).toEqual(told(expect.stringMatching(/^test-call-/)))
  })
})

describe('routes', () => {
  it('see the very bytes, the headers and the address', async () => {
    const body = '{ "amount" : 1.0,\n"name":"梨" }'
    const response = await test().post('/notify/mirror/secret?a=1', body, { 'X-Signature': 'good' })
    expect(response.status).toBe(202)
    expect(response.headers.get('x-seen')).toBe('yes')
    expect(await response.json()).toEqual({
      signature: 'good',
      body,
      params: { token: 'secret' },
      query: { a: '1' },
    })
    expect((await test().post('/notify/mirror', '')).status).toBe(202)
  })

  it('serve bytes', async () => {
    const response = await test().get('/bytes')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 255]))
  })

  it('hide their defects behind a code, and alarm', async () => {
    const response = await test().post('/notify/mirror', 'throw')
    expect([response.status, await response.json()]).toEqual([
      500,
      { ok: false, error: { code: 'internal' } },
    ])
    expect(test().log.takeAlarms()).toEqual(['request-failed'])
  })
})

describe('the rest', () => {
  it('is not found', async () => {
    for (const path of ['/', '/api/probes/answer', '/api/nothing/answer', '/notify/mirror'])
      expect([(await test().get(path)).status, path]).toEqual([404, path])
  })

  it('tells whether the database answers', async () => {
    expect((await test().get('/healthz')).status).toBe(200)
  })

  it('lets H5 clients of known origins in, and no others', async () => {
    const preflight = async (origin: string) => {
      const response = await test().application.fetch(
        new Request('http://test/api/probes/answer', {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'authorization',
          },
        }),
      )
      return response.headers.get('access-control-allow-origin')
    }
    expect(await preflight('https://h5.test')).toBe('https://h5.test')
    expect(await preflight('https://evil.test')).toBeNull()
  })
})
