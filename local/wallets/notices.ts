import type { Faults } from './faults'
import type { PaidTrade } from './trade'
import type { TradeBook } from './trade-book'

export interface NoticeRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
export interface NoticeContent {
  readonly trade: PaidTrade
  readonly isWrongAmount: boolean
  readonly isForged: boolean
}
/** How one wallet tells its merchants, and which answer satisfies it. */
export interface NoticeWay {
  /** Milliseconds to wait after the first, second … telling that was not taken. */
  readonly waits: readonly number[]
  compose(content: NoticeContent): NoticeRequest
  isTaken(reply: { readonly status: number; readonly body: string }): boolean
}
export interface NoticeSender {
  /** Tells the merchant now, and again by the schedule until it is taken. */
  tell(trade: PaidTrade): void
  /** Sends what the fault `late` kept back. */
  release(): void
  /** Resolves when nothing is being sent at this moment. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export interface SenderOptions {
  readonly book: TradeBook
  readonly way: NoticeWay
  readonly faults: Pick<Faults<string>, 'notice'>
  /** The real waits are multiplied by this. */
  readonly retryScale: number
  readonly fetch: typeof fetch
}

const REPLY_TIMEOUT_MS = 5_000
const COPIES = 3

export function createNoticeSender(options: SenderOptions): NoticeSender {
  const { book, way, faults, retryScale } = options
  const timers = new Set<NodeJS.Timeout>()
  const sending = new Set<Promise<void>>()
  let kept: PaidTrade[] = []
  let isStopped = false

  async function attempt(trade: PaidTrade): Promise<void> {
    const copies = faults.notice === 'duplicated' ? COPIES : faults.notice === 'lost' ? 0 : 1
    const taken = await Promise.all(Array.from({ length: copies }, () => post(trade, options)))
    const counted = book.countNotice(trade, taken.includes(true))
    const wait = way.waits[counted.state.notice.sent - 1]
    if (counted.state.notice.isTaken || wait === undefined || isStopped) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      tell(counted)
    }, wait * retryScale)
    timer.unref()
    timers.add(timer)
  }

  function tell(trade: PaidTrade): void {
    if (faults.notice === 'late') kept.push(trade)
    else send(trade)
  }

  function send(trade: PaidTrade): void {
    const work = attempt(trade).finally(() => sending.delete(work))
    sending.add(work)
  }

  const settled = async (): Promise<void> => {
    while (sending.size > 0) await Promise.all(sending)
  }

  return {
    tell,
    settled,
    release() {
      const waiting = kept
      kept = []
      for (const trade of waiting) send(trade)
    },
    async stop() {
      isStopped = true
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      await settled()
    },
  }
}

/** Tells once; true when the merchant took it. */
async function post(trade: PaidTrade, { way, faults, fetch }: SenderOptions): Promise<boolean> {
  const isWrongAmount = faults.notice === 'wrong-amount'
  const request = way.compose({ trade, isWrongAmount, isForged: faults.notice === 'forged' })
  try {
    const signal = AbortSignal.timeout(REPLY_TIMEOUT_MS)
    const reply = await fetch(trade.notifyUrl, { method: 'POST', ...request, signal })
    return way.isTaken({ status: reply.status, body: await reply.text() })
  } catch {
    // the merchant's server is away: the schedule goes on
    return false
  }
}
