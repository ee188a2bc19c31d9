/** Sums by name. */
export class Tally {
  readonly #sums = new Map<string, number>()

  of(name: string): number {
    return this.#sums.get(name) ?? 0
  }

  add(name: string, more: number): void {
    this.#sums.set(name, this.of(name) + more)
  }
}
