const REMEMBERED = 500

/** Which messages were shown lately: after a reconnect history repeats some, and own lines come back in it. */
export class SeenIds {
  readonly #ids = new Set<string>()

  /** Notes `id` and says whether it is new. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false
    this.#ids.add(id)
    for (const oldest of this.#ids) {
      if (this.#ids.size <= REMEMBERED) break
      this.#ids.delete(oldest)
    }
    return true
  }
}
