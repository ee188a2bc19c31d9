import { findPersona, personas } from './personas'
import { createOneTimeCodes } from './one-time-codes'
import { createIdentitySandbox } from './identity-sandbox'

const clock = { at: 0, now: () => clock.at }
let count = 0
const random = (size: number): Uint8Array => new Uint8Array(size).fill((count += 1))
const lin = findPersona('wechat-lin')

beforeEach(() => {
  clock.at = 0
})

describe('the personas', () => {
  it('are six viewers in each host, three hosts and one who helps, all different', () => {
    const viewers = (host: string): number =>
      personas.filter((persona) => persona.role === 'viewer' && persona.host === host).length
    expect([viewers('weapp'), viewers('alipay')]).toEqual([6, 6])
    const shopsOf = (role: string) => personas.flatMap((one) => (one.role === role ? (one.shop ?? []) : []))
    expect(shopsOf('host')).toEqual(['orchard', 'clothing', 'jewellery'])
    expect(shopsOf('assistant')).toEqual(['orchard'])
    for (const field of ['key', 'hostUserId', 'nickname'] as const)
      expect(new Set(personas.map((persona) => persona[field])).size).toBe(personas.length)
  })
})

describe('a one-time code', () => {
  it('is good once', () => {
    if (lin === null) throw new Error('nobody')
    const codes = createOneTimeCodes(clock, random)
    const code = codes.issue(lin)
    expect(codes.take('weapp', code)).toBe(lin)
    expect(codes.take('weapp', code)).toBe('used')
  })

  it('is good for five minutes, at its own host', () => {
    if (lin === null) throw new Error('nobody')
    const codes = createOneTimeCodes(clock, random)
    const [first, second] = [codes.issue(lin), codes.issue(lin)]
    expect(codes.take('alipay', first)).toBe('unknown')
    clock.at = 299_999
    expect(codes.take('weapp', first)).toBe(lin)
    clock.at = 300_000
    expect(codes.take('weapp', second)).toBe('unknown')
  })
})

describe('the identity sandbox', () => {
  const routes = createIdentitySandbox({
    codes: createOneTimeCodes(clock, random),
    phoneProof: ({ phone }) => `proof of ${phone}`,
  })
  const ask = (body: string) => routes.request('/code', { method: 'POST', body })

  it('gives a code to a persona', async () => {
    const reply = await ask(JSON.stringify({ persona: 'alipay-wang' }))
    expect(await reply.json()).toEqual({ host: 'alipay', code: expect.stringMatching(/^[0-9a-f]{32}$/) })
  })

  it('gives a proof of their phone to a persona', async () => {
    const body = JSON.stringify({ persona: 'alipay-wang' })
    const reply = await routes.request('/phone-code', { method: 'POST', body })
    expect(await reply.json()).toEqual({ host: 'alipay', code: `proof of ${lin?.phone}` })
  })

  it.each(['{"persona":"nobody"}', '{"persona":1}', 'null', '', '{'])('gives none to %s', async (body) => {
    expect((await ask(body)).status).toBe(404)
  })

  it('shows the personas without their ids at the host', async () => {
    const shown = await (await routes.request('/personas')).text()
    expect(JSON.parse(shown)).toMatchObject({ personas: personas.map(({ key }) => ({ key })) })
    expect(shown).not.toMatch(/hostUserId|phone/)
  })
})
