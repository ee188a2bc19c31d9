import { err, ok, type Result } from '@/domain/result'
import type { Transport, TransportFailure, WireRequest } from '@/platform/ports/transport'
import { createBackend } from './create-backend'
import type { Session } from './session'

const ORDER = { orderId: 'o_abcdefghabcdefghij01' }
const refused = (code: string): Result<unknown, never> => ok({ ok: false, error: { code } })
const good = (data: unknown): Result<unknown, never> => ok({ ok: true, data })

/** A wire whose replies are laid out beforehand, and a session that counts how often it is forgotten. */
function given(...replies: readonly Result<unknown, TransportFailure>[]) {
  const sent: WireRequest[] = []
  const left: WireRequest[] = []
  const pauses: number[] = []
  const queue = [...replies]
  let forgotten = 0
  const transport: Transport = {
    send: (request) => {
      sent.push(request)
      return Promise.resolve(queue.shift() ?? err('offline'))
    },
    sendAndForget: (request) => void left.push(request),
  }
  const session: Session = {
    token: () => Promise.resolve(ok(`token-${forgotten}`)),
    known: () => 'known',
    profile: () => null,
    know: () => undefined,
    forget: () => void (forgotten += 1),
    subscribe: () => () => undefined,
  }
  let keys = 0
  const backend = createBackend({
    transport,
    session,
    makeKey: () => `key-${(keys += 1)}`,
    pause: (ms) => Promise.resolve(void pauses.push(ms)),
  })
  return { backend, sent, left, pauses }
}

describe('a call of the backend', () => {
  it('carries the session’s token, and none where anyone may call', async () => {
    const { backend, sent } = given(good({ rooms: [], serverTime: 1 }), good({ addresses: [] }))
    await backend.call('rooms', 'list', {})
    await backend.call('session', 'list-addresses', {})
    expect(sent.map(({ token }) => token)).toEqual([undefined, 'token-0'])
  })

  it('signs in again once when the session has expired', async () => {
    const { backend, sent } = given(refused('session-expired'), good({ addresses: [] }))
    expect(await backend.call('session', 'list-addresses', {})).toEqual(ok({ addresses: [] }))
    expect(sent.map(({ token }) => token)).toEqual(['token-0', 'token-1'])
  })

  it('does not sign in for ever', async () => {
    const { backend, sent } = given(refused('session-expired'), refused('session-expired'))
    expect(await backend.call('session', 'list-addresses', {})).toEqual(err({ code: 'session-expired' }))
    expect(sent).toHaveLength(2)
  })

  it('tries what failed in passing three times, with the same key', async () => {
    const { backend, sent, pauses } = given(err('timeout'), refused('busy'), err('offline'))
    const wish = { name: '林', phone: '13800138000', region: '上海', detail: '1 号' }
    expect(await backend.call('session', 'save-address', wish)).toEqual(err({ code: 'offline' }))
    expect(sent.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key-1', 'key-1', 'key-1'])
    expect(pauses).toEqual([400, 1_200])
  })

  it('does not repeat what was refused', async () => {
    const { backend, sent } = given(refused('order-not-found'))
    expect(await backend.call('orders', 'get-order', ORDER)).toEqual(err({ code: 'order-not-found' }))
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['a reply that is not ours', ok('<html>')],
    ['data that is not in the contract', good({ addresses: 'none' })],
    ['a code that nobody knows', refused('gone-fishing')],
  ])('finds %s unreadable', async (_what, reply) => {
    const { backend } = given(reply)
    expect(await backend.call('session', 'list-addresses', {})).toEqual(err({ code: 'unreadable' }))
  })

  it('says farewell without waiting, if somebody is signed in', () => {
    const { backend, left } = given()
    backend.farewell('rooms', 'leave', { roomId: 'r_abcdefghabcdefghij01' })
    expect(left).toMatchObject([{ functionName: 'rooms', operation: 'leave', token: 'known' }])
  })
})
