import type { Random } from './random'

/** What may go wrong in one schedule, and how often; a schedule in three is calm. */
export interface Weather {
  readonly store: number
  readonly wallet: number
  readonly reply: number
  readonly slow: number
  readonly crash: number
}

const CALM: Weather = { store: 0, wallet: 0, reply: 0, slow: 0.05, crash: 0 }
const ROUGH: Weather = { store: 0.03, wallet: 0.1, reply: 0.08, slow: 0.2, crash: 0.006 }
const STORM: Weather = { store: 0.1, wallet: 0.3, reply: 0.2, slow: 0.4, crash: 0.02 }

/** Faults, as the seed has them. There is an end to them, so that every schedule can end well. */
export class Faults {
  readonly weather: Weather
  #left: number

  constructor(private readonly random: Random) {
    this.weather = random.pick([CALM, ROUGH, STORM])
    this.#left = random.between(5, 40)
  }

  /** The transaction fails before its commit, or commits and the answer is lost. */
  ofStore(): 'before' | 'after' | null {
    return this.#hits(this.weather.store) ? this.random.pick(['before', 'after']) : null
  }

  /** The wallet never hears of it, or does it and the answer is lost. */
  ofWallet(): 'before' | 'after' | null {
    return this.#hits(this.weather.wallet) ? this.random.pick(['before', 'after']) : null
  }

  losesReply(): boolean {
    return this.#hits(this.weather.reply)
  }

  crashes(): boolean {
    return this.weather.crash > 0 && this.#hits(this.weather.crash)
  }

  /** The answer comes some steps later than the work was done. */
  isSlow(): boolean {
    return this.random.chance(this.weather.slow)
  }

  #hits(probability: number): boolean {
    if (probability === 0 || this.#left === 0 || !this.random.chance(probability)) return false
    this.#left -= 1
    return true
  }
}
