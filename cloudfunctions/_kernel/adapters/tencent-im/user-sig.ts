import { createHmac } from 'node:crypto'
import { deflateSync } from 'node:zlib'

export interface UserSigRequest {
  readonly sdkAppId: number
  readonly secretKey: string
  readonly userId: string
  readonly issuedAtSeconds: number
  readonly validSeconds: number
}

/** The vendor's sign-in signature, version 2.0 (its document "生成 UserSig"). Never made outside the server. */
export function signUserSig(request: UserSigRequest): string {
  const { sdkAppId, userId, issuedAtSeconds, validSeconds } = request
  const signed =
    `TLS.identifier:${userId}\nTLS.sdkappid:${sdkAppId}\n` +
    `TLS.time:${issuedAtSeconds}\nTLS.expire:${validSeconds}\n`
  const document = {
    'TLS.ver': '2.0',
    'TLS.identifier': userId,
    'TLS.sdkappid': sdkAppId,
    'TLS.time': issuedAtSeconds,
    'TLS.expire': validSeconds,
    'TLS.sig': createHmac('sha256', request.secretKey).update(signed).digest('base64'),
  }
  const base64 = deflateSync(JSON.stringify(document)).toString('base64')
  return base64.replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_')
}
