import { LIMITS } from './settings'

export interface LogEntry {
  readonly seq: number
  readonly at: number
  /** The message as it goes over the wire. */
  readonly json: string
  /** Said by a person: newcomers get the last ones, and a repeated send is recognised by its number. */
  readonly speech: { readonly from: string; readonly random: number } | null
}

const REPEAT_MS = 5 * 60_000

/** The latest messages of one group, for polls that come a little late and for newcomers. */
export class GroupLog {
  #entries: LogEntry[] = []
  #bytes = 0
  #next: number

  /** Numbers start from the time: clients that knew the group before a restart ignore numbers they have seen. */
  constructor(nowMs: number) {
    this.#next = Math.floor(nowMs / 10)
  }

  get nextSeq(): number {
    return this.#next
  }

  append(compose: (seq: number) => LogEntry): void {
    const entry = compose(this.#next)
    this.#next += 1
    this.#entries.push(entry)
    this.#bytes += entry.json.length
    while (this.#entries.length > LIMITS.messagesPerGroup || this.#bytes > LIMITS.bytesPerGroup)
      this.#bytes -= this.#entries.shift()?.json.length ?? 0
  }

  /** Nobody gets it any more; who has it already is told by other means. */
  remove(seq: number): void {
    this.#entries = this.#entries.filter((entry) => entry.seq !== seq)
    this.#bytes = this.#entries.reduce((sum, { json }) => sum + json.length, 0)
  }

  since(seq: number): readonly LogEntry[] {
    let start = this.#entries.length
    while (start > 0 && (this.#entries[start - 1]?.seq ?? 0) >= seq) start -= 1
    return this.#entries.slice(start, start + LIMITS.messagesPerPoll)
  }

  history(): readonly string[] {
    const spoken = this.#entries.filter((entry) => entry.speech !== null)
    return spoken
      .slice(-LIMITS.historyForNewcomers)
      .map((entry) => `${entry.json.slice(0, -1)},"IsHistoryMsg":1}`)
  }

  /** The vendor drops what the same person sends under the same random number within five minutes. */
  isRepeat(from: string, random: number, nowMs: number): boolean {
    return this.#entries.some(
      ({ speech, at }) => speech?.random === random && speech.from === from && nowMs - at < REPEAT_MS,
    )
  }
}
