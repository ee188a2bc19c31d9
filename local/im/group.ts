import { GroupLog, type LogEntry } from './group-log'
import { MessageBudget, type Priority } from './message-budget'
import type { Person } from './people'
import { LIMITS } from './settings'

export interface PollAnswer {
  readonly nextSeq: number
  readonly messages: readonly string[]
}

/** One AVChatRoom: who is in it, what was said last, and which polls wait for more. */
export class Group {
  readonly members = new Set<string>()
  readonly #log: GroupLog
  readonly #budget = new MessageBudget()
  readonly #mutedUntil = new Map<string, number>()
  readonly #banned = new Set<string>()
  readonly #waiting = new Map<number, () => void>()

  constructor(
    readonly id: string,
    readonly name: string,
    readonly createdAtMs: number,
  ) {
    this.#log = new GroupLog(createdAtMs)
  }

  get isIdle(): boolean {
    return this.members.size === 0 && this.#waiting.size === 0
  }

  get nextSeq(): number {
    return this.#log.nextSeq
  }

  mute(userId: string, untilMs: number): void {
    this.#mutedUntil.delete(userId)
    this.#mutedUntil.set(userId, untilMs)
    const oldest = this.#mutedUntil.keys().next()
    if (this.#mutedUntil.size > LIMITS.mutesPerGroup && !oldest.done) this.#mutedUntil.delete(oldest.value)
  }

  isMuted(userId: string, nowMs: number): boolean {
    return (this.#mutedUntil.get(userId) ?? 0) > nowMs
  }

  ban(userId: string): void {
    this.#banned.add(userId)
    const [oldest] = this.#banned
    if (this.#banned.size > LIMITS.bansPerGroup && oldest !== undefined) this.#banned.delete(oldest)
  }

  unban(userId: string): void {
    this.#banned.delete(userId)
  }

  isBanned(userId: string): boolean {
    return this.#banned.has(userId)
  }

  recall(seq: number): void {
    this.#log.remove(seq)
  }

  isRepeat(person: Person, random: number, nowMs: number): boolean {
    return this.#log.isRepeat(person.id, random, nowMs)
  }

  /** Whether the rate limit lets one more message of this priority through. */
  admits(priority: Priority, nowMs: number): boolean {
    return this.#budget.take(priority, nowMs)
  }

  append(compose: (seq: number) => LogEntry): void {
    this.#log.append(compose)
    for (const answer of [...this.#waiting.values()]) answer()
  }

  history(): readonly string[] {
    return this.#log.history()
  }

  /** Answers at once when there is news since `startSeq`, else with the next message or after `holdMs`. */
  poll(readerId: number, startSeq: number, holdMs: number): Promise<PollAnswer> {
    this.stopPolling(readerId)
    const news = this.#read(startSeq)
    if (news.messages.length > 0) return Promise.resolve(news)
    return new Promise((resolve) => {
      const answer = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(readerId)
        resolve(this.#read(startSeq))
      }
      const timer = setTimeout(answer, holdMs).unref()
      this.#waiting.set(readerId, answer)
    })
  }

  stopPolling(readerId: number): void {
    this.#waiting.get(readerId)?.()
  }

  #read(startSeq: number): PollAnswer {
    const entries = this.#log.since(startSeq)
    const last = entries.at(-1)
    return { nextSeq: last ? last.seq + 1 : startSeq, messages: entries.map((entry) => entry.json) }
  }
}
