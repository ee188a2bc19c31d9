import { err, ok, type Result } from '@/domain/result'
import type { Unknown } from '../../ports/payment-gateway'
import { notKnown, unknownOutcome } from './unknown-outcome'

interface Download {
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly maxBytes: number
}

/** A bill comes slower than a reply, and is larger; both have an end. */
export const BILL_TIMEOUT_MS = 60_000
export const MAX_BILL_BYTES = 64 * 1024 * 1024

/**
 * The address a wallet sends us to for a file, when it is on the host that its files come from. The wallet's word is
 * signed, but a word that sends a server anywhere is not followed anywhere.
 */
export function downloadAddress(told: string, home: string): URL | null {
  if (!URL.canParse(told)) return null
  const [address, allowed] = [new URL(told), new URL(home)]
  // some addresses are told in the clear although their host answers in private too
  if (address.protocol === 'http:' && allowed.protocol === 'https:') address.protocol = 'https:'
  const isPlain = address.username === '' && address.password === ''
  return isPlain && address.origin === allowed.origin ? address : null
}

/** Fetches a file, no larger and no longer than agreed, and from nowhere else. */
export async function download(wanted: Download): Promise<Result<Buffer, Unknown>> {
  try {
    const signal = AbortSignal.timeout(wanted.timeoutMs)
    const response = await fetch(wanted.url, { headers: { ...wanted.headers }, signal, redirect: 'error' })
    if (response.status !== 200 || response.body === null)
      return notKnown(`Download answered ${response.status}`)
    const bytes = await readUpTo(response.body, wanted.maxBytes)
    return bytes === null ? notKnown('Download is too large') : ok(bytes)
  } catch (error) {
    return err(unknownOutcome(error))
  }
}

/** Null, and nobody listens any more, as soon as there is more than `max`: a length that is told need not be true. */
async function readUpTo(body: ReadableStream<Uint8Array>, max: number): Promise<Buffer | null> {
  const reader = body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > max) {
      await reader.cancel()
      return null
    }
    parts.push(next.value)
  }
  return Buffer.concat(parts)
}
