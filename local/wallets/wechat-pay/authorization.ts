import { MINUTE, SECOND } from '@/domain/time'
import { merchant } from '../merchant'
import { verifyRsa } from '../signing'

const SCHEME = 'WECHATPAY2-SHA256-RSA2048 '
const MAX_SKEW_MS = 5 * MINUTE

interface SignedRequest {
  readonly method: string
  readonly url: string
  readonly authorization: string | null
  readonly body: string
}

/** Whether our merchant signed this request, a moment ago. */
export function isAuthorized(request: SignedRequest, publicKey: string, now: number): boolean {
  const { authorization } = request
  if (authorization === null || !authorization.startsWith(SCHEME)) return false
  const parts = new Map(
    [...authorization.slice(SCHEME.length).matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  const timestamp = parts.get('timestamp') ?? ''
  if (!/^\d{10}$/.test(timestamp) || Math.abs(now - Number(timestamp) * SECOND) > MAX_SKEW_MS) return false
  if (parts.get('mchid') !== merchant.wechatMerchantId) return false
  if (parts.get('serial_no') !== merchant.wechatMerchantSerial) return false
  const { pathname, search } = new URL(request.url)
  const nonce = parts.get('nonce_str') ?? ''
  const message = [request.method, pathname + search, timestamp, nonce, request.body, ''].join('\n')
  return verifyRsa(message, parts.get('signature') ?? '', publicKey)
}
