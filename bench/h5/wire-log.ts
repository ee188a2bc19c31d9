import type { CDPSession } from 'playwright-core'
import type { WireRequest } from './wire-bytes'

interface Draft {
  url: string
  encoding: string | null
  headerBytes: number
  readonly chunks: { at: number; bytes: number }[]
  finished: { at: number; bytes: number } | null
}

/** Writes down what a page asks for. The protocol has its own clock: `at` translates the page's. */
export class WireLog {
  readonly #drafts = new Map<string, Draft>()
  /** Where both clocks stood when the page was asked for. */
  #start: { readonly wallMs: number; readonly at: number } | null = null

  private constructor(session: CDPSession) {
    session.on('Network.requestWillBeSent', ({ requestId, request, wallTime, timestamp }) => {
      this.#start ??= { wallMs: wallTime * 1000, at: timestamp }
      if (!request.url.startsWith('http')) return
      this.#drafts.set(requestId, {
        url: request.url,
        encoding: null,
        headerBytes: 0,
        chunks: [],
        finished: null,
      })
    })
    session.on('Network.responseReceived', ({ requestId, response }) => {
      const draft = this.#drafts.get(requestId)
      if (!draft) return
      draft.headerBytes = response.encodedDataLength
      draft.encoding = response.headers['content-encoding'] ?? response.headers['Content-Encoding'] ?? null
    })
    session.on('Network.dataReceived', ({ requestId, timestamp, encodedDataLength }) => {
      this.#drafts.get(requestId)?.chunks.push({ at: timestamp, bytes: encodedDataLength })
    })
    session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
      const draft = this.#drafts.get(requestId)
      if (draft) draft.finished = { at: timestamp, bytes: encodedDataLength }
    })
  }

  static async start(session: CDPSession): Promise<WireLog> {
    await session.send('Network.enable')
    return new WireLog(session)
  }

  get requests(): readonly WireRequest[] {
    return [...this.#drafts.values()]
  }

  /** The protocol's time of a moment of the page: `ms` after its navigation began at `timeOrigin`. */
  at(timeOrigin: number, ms: number): number {
    if (this.#start === null) throw new Error('The page has asked for nothing yet')
    return this.#start.at + (timeOrigin + ms - this.#start.wallMs) / 1000
  }
}
