/** One request of a page, as the browser's protocol tells it. Times are seconds of the protocol's own clock. */
export interface WireRequest {
  readonly url: string
  /** What the server said the body is packed with; null when it sent it as it is. */
  readonly encoding: string | null
  readonly headerBytes: number
  readonly chunks: readonly { readonly at: number; readonly bytes: number }[]
  /** Headers and body, as counted by the browser when the last byte was there. */
  readonly finished: { readonly at: number; readonly bytes: number } | null
}

export interface WireBytes {
  /** Scripts, styles and the page itself. */
  readonly code: number
  readonly scripts: number
  /** The video. */
  readonly stream: number
  /** Pictures and calls. */
  readonly rest: number
}

type Kind = 'script' | 'other-code' | 'stream' | 'rest'

function kindOf(url: string): Kind {
  const { pathname } = new URL(url)
  if (pathname.startsWith('/live/')) return 'stream'
  if (pathname.endsWith('.js')) return 'script'
  return pathname === '/' || pathname.endsWith('.css') ? 'other-code' : 'rest'
}

function bytesOf({ finished, headerBytes, chunks }: WireRequest, at: number): number {
  if (finished !== null && finished.at <= at) return finished.bytes
  const arrived = chunks.filter((chunk) => chunk.at <= at)
  return arrived.length === 0 ? 0 : arrived.reduce((sum, chunk) => sum + chunk.bytes, headerBytes)
}

/** What had come over the wire until `at`, half-arrived files included. */
export function bytesUntil(requests: readonly WireRequest[], at: number): WireBytes {
  const sum = (...kinds: readonly Kind[]): number =>
    requests
      .filter(({ url }) => kinds.includes(kindOf(url)))
      .reduce((total, request) => total + bytesOf(request, at), 0)
  return {
    code: sum('script', 'other-code'),
    scripts: sum('script'),
    stream: sum('stream'),
    rest: sum('rest'),
  }
}

/** Below this a server may send a file as it is. */
const SMALL_BYTES = 2048

/** Code that came unpacked: while there is any, bytes on the wire are not what a compressing server would send. */
export const unpackedCode = (requests: readonly WireRequest[]): readonly string[] =>
  requests
    .filter(({ url }) => ['script', 'other-code'].includes(kindOf(url)))
    .filter(({ encoding, finished }) => encoding === null && (finished?.bytes ?? 0) > SMALL_BYTES)
    .map(({ url }) => url)
