import { createHash, timingSafeEqual } from 'node:crypto'

export type SignatureVerdict = 'valid' | 'expired' | 'forged'

/**
 * Checks `txSecret` and `txTime` as Tencent CSS does. Written apart from the adapter that signs, because
 * this server stands in for the vendor: one shared function would agree with its own mistakes.
 */
export function checkSignature(
  key: string,
  stream: string,
  signed: { query: URLSearchParams; nowMs: number },
) {
  const time = signed.query.get('txTime') ?? ''
  const secret = signed.query.get('txSecret') ?? ''
  if (!/^[0-9a-fA-F]{1,10}$/.test(time) || !isSame(secret, md5(key + stream + time))) return verdict('forged')
  return verdict(Number.parseInt(time, 16) * 1000 < signed.nowMs ? 'expired' : 'valid')
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}

function verdict(value: SignatureVerdict): SignatureVerdict {
  return value
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
