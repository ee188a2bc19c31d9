/** Most taps that one pulse may carry. */
const MOST_AT_ONCE = 100

/** Taps on the heart on their way to the server: none is lost when a call fails, none is sent twice at a time. */
export class LikeJar {
  #unsent = 0
  #underWay = 0

  /** Taps that the server has not confirmed. */
  get kept(): number {
    return this.#unsent + this.#underWay
  }

  add(): void {
    this.#unsent += 1
  }

  take(): number {
    if (this.#underWay > 0) return 0
    this.#underWay = Math.min(MOST_AT_ONCE, this.#unsent)
    this.#unsent -= this.#underWay
    return this.#underWay
  }

  /** The call that carried them has ended. */
  settle(hasArrived: boolean): void {
    if (!hasArrived) this.#unsent += this.#underWay
    this.#underWay = 0
  }
}
