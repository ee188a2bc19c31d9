export const PRIORITIES = ['High', 'Normal', 'Low', 'Lowest'] as const
export type Priority = (typeof PRIORITIES)[number]

/**
 * The vendor delivers 40 messages a second and group, higher priorities first, and drops the rest without a
 * word. Messages are judged here as they come, so the order is kept by giving lower priorities less of the
 * second, and what must get through (a host's word) as much again on top.
 */
const SHARE: Readonly<Record<Priority, number>> = { High: 80, Normal: 40, Low: 30, Lowest: 20 }

export class MessageBudget {
  #second = 0
  #used = 0

  /** Whether one more message of this priority gets through at `nowMs`. */
  take(priority: Priority, nowMs: number): boolean {
    const second = Math.floor(nowMs / 1000)
    if (second !== this.#second) this.#used = 0
    this.#second = second
    if (this.#used >= SHARE[priority]) return false
    this.#used += 1
    return true
  }
}
