import { err, ok } from '@/domain/result'
import type { KeyValueStore } from '@/platform/ports/key-value-store'
import { createSession, type SignedIn } from './session'

const DAY = 86_400_000

function memoryStore(): KeyValueStore {
  const values = new Map<string, string>()
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  }
}

function given({ store = memoryStore(), now = 0 } = {}) {
  const clock = { now }
  let traded = 0
  const answer = (): SignedIn =>
    ({
      token: `token-${traded}`,
      expiresAt: clock.now + DAY,
      profile: {
        id: 'u_abcdefghij0123456789',
        host: 'weapp',
        nickname: '小满',
        avatarUrl: '',
        isPhoneVerified: false,
        memberOf: [],
      },
    }) as unknown as SignedIn
  const session = createSession({
    store,
    signIn: { getCode: () => Promise.resolve(ok({ host: 'weapp', code: 'once' })) },
    trade: () => {
      traded += 1
      return Promise.resolve(ok(answer()))
    },
    now: () => clock.now,
  })
  return { session, store, clock, trades: () => traded }
}

describe('a session', () => {
  it('signs in once for all who ask at the same time', async () => {
    const { session, trades } = given()
    const tokens = await Promise.all([session.token(), session.token(), session.token()])
    expect(tokens).toEqual([ok('token-1'), ok('token-1'), ok('token-1')])
    expect(trades()).toBe(1)
  })

  it('outlives the app, and ends before its token does', async () => {
    const { session, store, clock } = given()
    await session.token()
    const later = given({ store, now: clock.now + DAY - 120_000 })
    expect(later.session.known()).toBe('token-1')
    const tooLate = given({ store, now: clock.now + DAY - 30_000 })
    expect(tooLate.session.known()).toBeNull()
    expect(await tooLate.session.token()).toEqual(ok('token-1'))
    expect(tooLate.trades()).toBe(1)
  })

  it('tells who listens, until they stop', async () => {
    const { session } = given()
    const heard: (string | null)[] = []
    const stop = session.subscribe(() => void heard.push(session.profile()?.nickname ?? null))
    await session.token()
    session.forget()
    stop()
    await session.token()
    expect(heard).toEqual(['小满', null])
  })

  it('knows at once what a call has told of the person, and keeps it', async () => {
    const { session, store } = given()
    await session.token()
    const profile = session.profile()
    if (profile === null) throw new Error('nobody')
    session.know({ ...profile, nickname: '大满' })
    expect(given({ store }).session.profile()?.nickname).toBe('大满')
  })

  it('knows nobody while nobody is signed in', async () => {
    const { session } = given()
    await session.token()
    const profile = session.profile()
    session.forget()
    if (profile !== null) session.know(profile)
    expect(session.profile()).toBeNull()
  })

  it('does not trust what is stored', () => {
    const store = memoryStore()
    store.set('session', '{"token":1}')
    expect(given({ store }).session.known()).toBeNull()
    store.set('session', 'not json')
    expect(given({ store }).session.known()).toBeNull()
  })

  it.each([
    ['offline', 'offline'],
    ['refused', 'sign-in-failed'],
  ] as const)('says %s when the host gives no code', async (failure, code) => {
    const session = createSession({
      store: memoryStore(),
      signIn: { getCode: () => Promise.resolve(err(failure)) },
      trade: () => Promise.resolve(err({ code: 'internal' })),
      now: () => 0,
    })
    expect(await session.token()).toEqual(err({ code }))
  })

  it('passes on why the code was not taken', async () => {
    const session = createSession({
      store: memoryStore(),
      signIn: { getCode: () => Promise.resolve(ok({ host: 'h5', code: 'x' })) },
      trade: () => Promise.resolve(err({ code: 'sign-in-failed' })),
      now: () => 0,
    })
    expect(await session.token()).toEqual(err({ code: 'sign-in-failed' }))
  })
})
