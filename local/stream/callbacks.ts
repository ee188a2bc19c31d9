import { md5 } from './signature'

export interface CallbackTarget {
  readonly url: string
  readonly key: string
  readonly now: () => number
  /** Waits between tries; injected so that tests do not wait. */
  readonly pause: (ms: number) => Promise<void>
}

export interface StreamEvent {
  readonly kind: 'published' | 'stopped'
  readonly stream: string
  readonly sequence: string
  readonly publishedMs: number
}

const TRIES = 4
const FIRST_PAUSE_MS = 500
const TIMEOUT_MS = 5000
/** Tencent signs a notice for ten minutes. */
const VALID_SECONDS = 600
const LONGEST_QUEUE = 100

/** Posts stream events as Tencent CSS does, one after the other so that a stop never overtakes its start. */
export class Callbacks {
  readonly #target: CallbackTarget
  #queue: Promise<void> = Promise.resolve()
  #queued = 0

  constructor(target: CallbackTarget) {
    this.#target = target
  }

  send(event: StreamEvent): void {
    if (this.#queued >= LONGEST_QUEUE) return
    this.#queued++
    this.#queue = this.#queue
      .then(() => this.#deliver(event))
      .finally(() => {
        this.#queued--
      })
  }

  /** Resolves when everything queued so far was delivered or given up. */
  async idle(): Promise<void> {
    await this.#queue
  }

  async #deliver(event: StreamEvent): Promise<void> {
    const body = JSON.stringify(this.#body(event))
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (attempt > 0) await this.#target.pause(FIRST_PAUSE_MS * 2 ** (attempt - 1))
      if (await post(this.#target.url, body)) return
    }
  }

  #body(event: StreamEvent) {
    const nowMs = this.#target.now()
    const t = Math.floor(nowMs / 1000) + VALID_SECONDS
    const stop = {
      errcode: 1,
      errmsg: 'The push client actively stopped',
      push_duration: String(nowMs - event.publishedMs),
    }
    return {
      app: '127.0.0.1',
      appname: 'live',
      stream_id: event.stream,
      channel_id: event.stream,
      sequence: event.sequence,
      event_type: event.kind === 'published' ? 1 : 0,
      event_time: Math.floor(nowMs / 1000),
      ...(event.kind === 'stopped' ? stop : {}),
      t,
      sign: md5(this.#target.key + String(t)),
    }
  }
}

async function post(url: string, body: string): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' }
    const reply = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) })
    return reply.ok
  } catch {
    // refused, reset or too slow: all mean "not delivered", and the next try says more than the reason
    return false
  }
}
