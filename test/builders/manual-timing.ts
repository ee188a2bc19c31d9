import type { Cancel, Timing } from '@/platform/reconnect/timing'

interface Planned {
  atMs: number
  readonly everyMs: number | null
  readonly run: () => void
}

/** Time that passes only when a test says so. */
export class ManualTiming implements Timing {
  #nowMs = 1_000_000
  readonly #planned = new Set<Planned>()
  /** What chance gives; 1 makes every pause as long as it can be. */
  chance = 1

  get pending(): number {
    return this.#planned.size
  }

  now = (): number => this.#nowMs
  random = (): number => this.chance
  after = (ms: number, run: () => void): Cancel => this.#plan({ atMs: this.#nowMs + ms, everyMs: null, run })
  every = (ms: number, run: () => void): Cancel => this.#plan({ atMs: this.#nowMs + ms, everyMs: ms, run })

  /** Lets `ms` pass; promises that settle on the way are answered at their time. */
  async pass(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms
    await settle()
    for (let next = this.#next(endMs); next; next = this.#next(endMs)) {
      this.#nowMs = next.atMs
      if (next.everyMs === null) this.#planned.delete(next)
      else next.atMs += next.everyMs
      next.run()
      await settle()
    }
    this.#nowMs = endMs
  }

  #plan(planned: Planned): Cancel {
    this.#planned.add(planned)
    return () => void this.#planned.delete(planned)
  }

  #next(endMs: number): Planned | undefined {
    return [...this.#planned].filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0]
  }
}

/** Lets promises that are already settled call what waits for them. */
async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve()
}
