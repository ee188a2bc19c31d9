import type { EpochMs } from '@/domain/time'
import type { Random } from './random'
import { asError, Violation } from './violation'

/** Something that waits for its turn: a transaction, a call to a wallet, an answer on its way. */
export interface Step {
  /** Whose process it runs in; it is gone when that process dies. Null: the world's own. */
  readonly owner: object | null
  readonly name: string
  readonly run: () => void
}
interface Timer {
  readonly at: EpochMs
  readonly order: number
  readonly run: () => void
}

/** Work that is due by itself, like jobs in a table. */
export interface Duty {
  /** When it wants to run next; null: never, as things are. */
  readonly nextAt: () => EpochMs | null
  readonly run: () => void
}

const LONGEST = 4_000
/** How often time goes on although something waits for its turn. */
const IMPATIENCE = 0.12

/**
 * Decides what happens next, and is the only one who does. Between two choices all promises that can settle have
 * settled: the next choice is made in a tick that a microtask asks for, and Node runs such a tick after every
 * microtask, those that other microtasks ask for included.
 */
export class Scheduler {
  now: EpochMs = Date.UTC(2026, 4, 1, 12)
  steps = 0
  readonly #random: Random
  readonly #pending: Step[] = []
  readonly #timers: Timer[] = []
  #timersMade = 0
  #failure: Error | null = null
  /** Called after each step; throws when something is wrong. */
  afterStep: (name: string) => void = () => undefined
  /** Called before each choice: crashes are made here. True when there was one. */
  beforeStep: () => boolean = () => false
  duty: Duty = { nextAt: () => null, run: () => undefined }

  constructor(random: Random) {
    this.#random = random
  }

  queue(step: Step): void {
    this.#pending.push(step)
  }

  after(ms: number, run: () => void): void {
    this.#timersMade += 1
    this.#timers.push({ at: this.now + ms, order: this.#timersMade, run })
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve))
  }

  /** All that waits in a process is gone with it. */
  forget(owner: object): void {
    const kept = this.#pending.filter((step) => step.owner !== owner)
    this.#pending.splice(0, this.#pending.length, ...kept)
  }

  /** The schedule ends here, failed. */
  fail(cause: unknown): void {
    this.#failure ??= asError(cause)
  }

  /** Runs until nothing waits and no timer is left. */
  run(settle: (next: () => void) => void = afterAllMicrotasks): Promise<void> {
    return new Promise((resolve, reject) => {
      const next = (): void => {
        try {
          if (this.#failure !== null) throw this.#failure
          if (this.#advance()) settle(next)
          else resolve()
        } catch (cause) {
          reject(asError(cause))
        }
      }
      settle(next)
    })
  }

  #advance(): boolean {
    const hasCrashed = this.beforeStep()
    const { length } = this.#pending
    if (length > 0 && !(this.#timers.length > 0 && this.#random.chance(IMPATIENCE))) {
      const [step] = this.#pending.splice(length === 1 ? 0 : this.#random.below(length), 1)
      if (step) this.#do(step.name, step.run)
      return true
    }
    const timer = this.#earliest()
    const dutyAt = this.duty.nextAt()
    if (dutyAt !== null && (timer === undefined || dutyAt <= timer.at)) {
      this.now = Math.max(this.now, dutyAt)
      this.#do('jobs', this.duty.run)
      return true
    }
    // whoever waited for the process that died goes on only now
    if (timer === undefined) return hasCrashed
    this.#timers.splice(this.#timers.indexOf(timer), 1)
    this.now = Math.max(this.now, timer.at)
    this.#do('time', timer.run)
    return true
  }

  #do(name: string, run: () => void): void {
    this.steps += 1
    if (this.steps > LONGEST) throw new Violation('It runs on and on')
    run()
    this.afterStep(name)
  }

  #earliest(): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.#timers)
      if (first === undefined || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer
    return first
  }
}

/** `next` runs when no microtask is left. */
export const afterAllMicrotasks = (next: () => void): void =>
  queueMicrotask(() => {
    process.nextTick(next)
  })
