import { createHmac, timingSafeEqual } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import * as v from 'valibot'
import { IM_CODE } from './replies'

// tls-sig-api-v2: JSON, deflated, in a base64 whose three special characters are replaced by URL-safe ones.
const userSig = v.object({
  'TLS.identifier': v.string(),
  'TLS.sdkappid': v.number(),
  'TLS.time': v.number(),
  'TLS.expire': v.number(),
  'TLS.sig': v.string(),
})

interface SigningApp {
  readonly sdkAppId: number
  readonly secretKey: string
  readonly clock: { now(): number }
}

/** 0 when `signature` signs `userId` in to this app, else the vendor's error code. */
export function checkUserSig(app: SigningApp, userId: string, signature: string): number {
  const claims = readUserSig(signature)
  if (!claims) return IM_CODE.signatureMalformed
  if (claims['TLS.identifier'] !== userId) return IM_CODE.signatureOfOtherUser
  if (claims['TLS.sdkappid'] !== app.sdkAppId) return IM_CODE.signatureOfOtherApp
  const { 'TLS.time': signedAt, 'TLS.expire': lasts } = claims
  const text = `TLS.identifier:${userId}\nTLS.sdkappid:${app.sdkAppId}\nTLS.time:${signedAt}\nTLS.expire:${lasts}\n`
  const expected = createHmac('sha256', app.secretKey).update(text).digest()
  const given = Buffer.from(claims['TLS.sig'], 'base64')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return IM_CODE.signatureForged
  return (signedAt + lasts) * 1000 < app.clock.now() ? IM_CODE.signatureExpired : 0
}

function readUserSig(signature: string): v.InferOutput<typeof userSig> | null {
  const base64 = signature.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
  try {
    const json = inflateSync(Buffer.from(base64, 'base64'), { maxOutputLength: 4_096 }).toString()
    const parsed = v.safeParse(userSig, JSON.parse(json))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
