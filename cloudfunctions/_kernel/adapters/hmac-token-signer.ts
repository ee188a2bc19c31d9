import { createHmac, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import { err, ok } from '@/domain/result'
import type { Clock } from '../ports/clock'
import type { TokenPurpose, TokenSigner } from '../ports/token-signer'

const SHORTEST_SECRET = 32
const payload = v.object({ claims: v.record(v.string(), v.string()), expiresAt: v.number() })

/** Tokens as `payload.signature`, both base64url. Each purpose signs with a key of its own, derived from the secret. */
export function hmacTokenSigner(secret: string, clock: Clock): TokenSigner {
  if (secret.length < SHORTEST_SECRET) throw new Error(`A token secret needs ${SHORTEST_SECRET} characters`)
  const signatureOf = (purpose: TokenPurpose, body: string): Buffer => {
    const key = createHmac('sha256', secret).update(`livestall ${purpose} token`).digest()
    return createHmac('sha256', key).update(body).digest()
  }
  return {
    sign(purpose, claims, expiresAt) {
      const body = Buffer.from(JSON.stringify({ claims, expiresAt })).toString('base64url')
      return `${body}.${signatureOf(purpose, body).toString('base64url')}`
    },
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
