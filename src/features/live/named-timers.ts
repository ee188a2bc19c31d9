/** Runs once after `ms`; the answer takes it back. */
export type Later = (run: () => void, ms: number) => () => void

/** Timers of which there is one of each name: setting it again moves it. */
export class NamedTimers {
  readonly #later: Later
  readonly #cancels = new Map<string, () => void>()

  constructor(later: Later) {
    this.#later = later
  }

  has(name: string): boolean {
    return this.#cancels.has(name)
  }

  set(name: string, ms: number, run: () => void): void {
    this.cancel(name)
    this.#cancels.set(
      name,
      this.#later(() => {
        this.#cancels.delete(name)
        run()
      }, ms),
    )
  }

  cancel(name: string): void {
    this.#cancels.get(name)?.()
    this.#cancels.delete(name)
  }

  clear(): void {
    for (const cancel of this.#cancels.values()) cancel()
    this.#cancels.clear()
  }
}
