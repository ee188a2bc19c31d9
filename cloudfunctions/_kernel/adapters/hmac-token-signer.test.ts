import { FakeClock } from '../../../test/builders/fake-clock'
import { hmacTokenSigner } from './hmac-token-signer'

const clock = new FakeClock()
const secret = 'thirty-two characters at the least'
const signer = hmacTokenSigner(secret, clock)
const soon = () => clock.now() + 1000

it('gives back the claims it signed, until they expire', () => {
  const token = signer.sign('session', { user: '梨' }, soon())
  expect(signer.verify('session', token)).toEqual({ ok: true, value: { user: '梨' } })
  expect(token).toMatch(/^[\w-]+\.[\w-]+$/)
  clock.advance(1000)
  expect(signer.verify('session', token)).toEqual({ ok: false, error: { code: 'expired' } })
})

it('keeps each purpose to itself', () => {
  expect(signer.verify('sharer', signer.sign('session', {}, soon()))).toMatchObject({
    error: { code: 'forged' },
  })
})

it('believes nobody else', () => {
  const token = signer.sign('session', { user: 'mei' }, soon())
  const [body = '', signature = ''] = token.split('.')
  const otherBody = Buffer.from('{"claims":{"user":"eve"},"expiresAt":9e15}').toString('base64url')
  const other = hmacTokenSigner(`${secret}!`, clock).sign('session', { user: 'mei' }, soon())
  const forgeries = [
    '',
    '.',
    'x',
    body,
    `${body}.`,
    `${otherBody}.${signature}`,
    `${token}.x`,
    `${token}A`,
    other,
  ]
  for (const forged of forgeries)
    expect([forged, signer.verify('session', forged)]).toEqual([
      forged,
      { ok: false, error: { code: 'forged' } },
    ])
})

it('refuses a secret that could be guessed', () => {
  expect(() => hmacTokenSigner('short', clock)).toThrow('A token secret needs 32 characters')
})

it('names one thing always the same, another one otherwise, and nothing without the secret', () => {
  const name = signer.pseudonym('+8613800138000')
  expect(name).toMatch(/^[0-9a-f]{64}$/)
  expect(hmacTokenSigner(secret, clock).pseudonym('+8613800138000')).toBe(name)
  expect(signer.pseudonym('+8613800138001')).not.toBe(name)
  expect(hmacTokenSigner(`${secret}!`, clock).pseudonym('+8613800138000')).not.toBe(name)
})
