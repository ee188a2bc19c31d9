import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import { err, ok } from '@/domain/result'
import type { Clock } from '../ports/clock'
import type { TokenPurpose, TokenSigner } from '../ports/token-signer'

const SHORTEST_SECRET = 32
const payload = v.object({ claims: v.record(v.string(), v.string()), expiresAt: v.number() })

/** Tokens as `payload.signature`, both base64url. Each purpose signs with a key of its own, derived from the secret. */
export function hmacTokenSigner(secret: string, clock: Clock): TokenSigner {
  if (secret.length < SHORTEST_SECRET) throw new Error(`A token secret needs ${SHORTEST_SECRET} characters`)
  const keys = new Map<string, KeyObject>()
  const keyFor = (use: string): KeyObject => {
    const kept = keys.get(use)
    if (kept) return kept
    const key = createSecretKey(createHmac('sha256', secret).update(`livestall ${use}`).digest())
    keys.set(use, key)
    return key
  }
  const signatureOf = (purpose: TokenPurpose, body: string): Buffer =>
    createHmac('sha256', keyFor(`${purpose} token`))
      .update(body)
      .digest()
  return {
    sign(purpose, claims, expiresAt) {
      const body = Buffer.from(JSON.stringify({ claims, expiresAt })).toString('base64url')
      return `${body}.${signatureOf(purpose, body).toString('base64url')}`
    },
    pseudonym: (text) => createHmac('sha256', keyFor('pseudonym')).update(text).digest('hex'),
    verify(purpose, token) {
      const [body = '', signature = '', ...rest] = token.split('.')
      const given = Buffer.from(signature, 'base64url')
      const expected = signatureOf(purpose, body)
      const isOurs = rest.length === 0 && given.length === expected.length && timingSafeEqual(given, expected)
      if (!isOurs) return err({ code: 'forged' })
      const { claims, expiresAt } = v.parse(payload, JSON.parse(Buffer.from(body, 'base64url').toString()))
      return expiresAt > clock.now() ? ok(claims) : err({ code: 'expired' })
    },
  }
}
