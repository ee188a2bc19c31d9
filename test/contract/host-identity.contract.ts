import { inspect } from 'node:util'
import { MINUTE } from '@/domain/time'
import type { HostIdentity } from '../../cloudfunctions/_kernel/ports/host-identity'
import { personas } from '../../local/identity/personas'
import { openWalletStand, type WalletStand } from './wallet-stand'

export interface IdentityUnderTest {
  readonly host: 'weapp' | 'alipay'
  /** `isMisconfigured`: our side has the wrong secret or key. */
  open(stand: WalletStand, how?: { timeoutMs?: number; isMisconfigured?: boolean }): HostIdentity
}

export function describeHostIdentity({ host, open }: IdentityUnderTest): void {
  let stand: WalletStand
  beforeAll(async () => {
    stand = await openWalletStand()
  })
  afterAll(async () => stand.close())
  afterEach(() => {
    stand.relay = async (reply) => reply
    stand.clock.ahead = 0
  })

  const [someone, somebodyElse] = personas.filter((persona) => persona.host === host)
  const stranger = personas.find((persona) => persona.host !== host)
  async function codeFor(persona: { readonly key: string } | undefined): Promise<string> {
    const reply = await fetch(`${stand.url}/sandbox/identity/code`, {
      method: 'POST',
      body: JSON.stringify({ persona: persona?.key }),
    })
    const { code } = (await reply.json()) as { code: string }
    return code
  }
  const refused = { ok: false, error: { code: 'refused' } }
  const unreachable = { ok: false, error: { code: 'unreachable' } }

  it('knows the person, by the same id each time', async () => {
    const expected = {
      ok: true,
      value: {
        hostUserId: someone?.hostUserId,
        nickname: someone?.nickname,
        avatarUrl: someone?.avatarUrl,
      },
    }
    expect(await open(stand).identify(await codeFor(someone))).toEqual(expected)
    expect(await open(stand).identify(await codeFor(someone))).toEqual(expected)
    const other = await open(stand).identify(await codeFor(somebodyElse))
    expect(other.ok && other.value.hostUserId).not.toBe(someone?.hostUserId)
  })

  it('tells no session key and no token', async () => {
    const found = await open(stand).identify(await codeFor(someone))
    expect(inspect(found, { depth: 9 })).not.toMatch(/session|token|authusr/i)
  })

  it('refuses a code that was used', async () => {
    const code = await codeFor(someone)
    await open(stand).identify(code)
    expect(await open(stand).identify(code)).toEqual(refused)
  })

  it('refuses a code older than five minutes', async () => {
    const code = await codeFor(someone)
    // replies and requests carry their time too: it must not be theirs that is refused
    const then = stand.clock.now()
    stand.clock.ahead = 5 * MINUTE
    expect(stand.clock.now() - then).toBeGreaterThanOrEqual(5 * MINUTE)
    expect(await open(stand).identify(code)).toEqual(refused)
  })

  it.each(['x', 'a&b=c', '中文', 'x'.repeat(512)])('refuses a code nobody issued: %s', async (code) => {
    expect(await open(stand).identify(code)).toEqual(refused)
  })

  it('refuses a code of another host', async () => {
    expect(await open(stand).identify(await codeFor(stranger))).toEqual(refused)
  })

  it.each([
    ['an error page', () => new Response('<html>502</html>', { status: 502 })],
    ['nothing', () => new Response('')],
    ['a list', () => new Response('[]')],
    ['somebody without an id', () => Response.json({ openid: '', open_id: '' })],
  ])('can not tell when the host answers %s', async (_, answer) => {
    stand.relay = async () => answer()
    expect(await open(stand).identify('x')).toEqual(unreachable)
  })

  it('can not tell when the host does not answer, in bounded time', async () => {
    stand.relay = () => new Promise(() => undefined)
    expect(await open(stand, { timeoutMs: 200 }).identify('x')).toEqual(unreachable)
  })

  it('can not tell when our own secret is wrong, whatever the code', async () => {
    const misconfigured = open(stand, { isMisconfigured: true })
    expect(await misconfigured.identify(await codeFor(someone))).toEqual(unreachable)
  })

  describe('a phone', () => {
    const proofOf = async (persona: { readonly key: string } | undefined): Promise<string> => {
      const body = JSON.stringify({ persona: persona?.key })
      const reply = await fetch(`${stand.url}/sandbox/identity/phone-code`, { method: 'POST', body })
      return ((await reply.json()) as { code: string }).code
    }

    it('is told with its country', async () => {
      const proof = await proofOf(someone)
      expect(await open(stand).readPhone(proof)).toEqual({
        ok: true,
        value: { phone: `+86${someone?.phone}` },
      })
    })

    it.each(['x', '{}', 'null', '中文'])('is not told for what nobody issued: %s', async (proof) => {
      expect(await open(stand).readPhone(proof)).toEqual(refused)
    })

    it('is not told to whoever signs in, nor is signing in done with its proof', async () => {
      expect(await open(stand).readPhone(await codeFor(someone))).toEqual(refused)
      expect(await open(stand).identify(await proofOf(someone))).toEqual(refused)
    })

    it('is not told by a proof of another host', async () => {
      expect(await open(stand).readPhone(await proofOf(stranger))).toEqual(refused)
    })

    it('can not be told when our own secret is wrong', async () => {
      const misconfigured = open(stand, { isMisconfigured: true })
      expect(await misconfigured.readPhone(await proofOf(someone))).toEqual(unreachable)
    })
  })
}
