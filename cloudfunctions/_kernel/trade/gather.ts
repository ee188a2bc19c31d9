import { err, type Result } from '@/domain/result'
import { isUnavailable } from '../database/is-unavailable'

export interface Limits {
  /** Most items of one commit. */
  readonly batch: number
  /** Most items that may wait for their turn; whoever comes then is told to try again. */
  readonly waiting: number
}

/** Starts `run` soon, after whatever else is ready: what arrives meanwhile goes with it. */
export type Soon = (run: () => void) => void

interface Waiting<Item, Outcome> {
  readonly item: Item
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (cause: unknown) => void
}
interface Lane<Item, Outcome> {
  queue: Waiting<Item, Outcome>[]
  isBusy: boolean
}

/**
 * Gathers what is asked of the same lane while the commit before is under way, and commits it together: on a hot row
 * one commit for a hundred buyers costs little more than one for one. First come, first served. Nobody is answered
 * before the commit. When a batch fails, each of its items is tried alone, so that one that cannot be done harms no
 * other; when the database is away, nothing is tried again, and everybody who waits is told at once. When a lane is
 * full, newcomers are told so at once, and those who wait are still served in time.
 */
export class Gather<Item, Outcome> {
  readonly #lanes = new Map<string, Lane<Item, Outcome>>()

  constructor(
    private readonly commit: (lane: string, items: readonly Item[]) => Promise<readonly Outcome[]>,
    private readonly limits: Limits,
    private readonly soon: Soon,
  ) {}

  add(lane: string, item: Item): Promise<Result<Outcome, { readonly code: 'busy' }>> {
    const open = this.#open(lane)
    if (open.queue.length >= this.limits.waiting) return Promise.resolve(err({ code: 'busy' }))
    return new Promise((resolve, reject) => {
      open.queue.push({ item, resolve: (value) => resolve({ ok: true, value }), reject })
      if (open.isBusy) return
      open.isBusy = true
      this.soon(() => void this.#run(lane, open))
    })
  }

  #open(name: string): Lane<Item, Outcome> {
    const lane = this.#lanes.get(name) ?? { queue: [], isBusy: false }
    this.#lanes.set(name, lane)
    return lane
  }

  async #run(name: string, lane: Lane<Item, Outcome>): Promise<void> {
    while (lane.queue.length > 0) {
      const batch = lane.queue.splice(0, this.limits.batch)
      try {
        await this.#commitTogether(name, batch)
      } catch (cause) {
        await this.#recover(name, { batch, rest: lane.queue, cause })
      }
    }
    lane.isBusy = false
    this.#lanes.delete(name)
  }

  /** A database that is away is away for everybody who waits; any other failure is looked for item by item. */
  async #recover(
    name: string,
    {
      batch,
      rest,
      cause,
    }: {
      readonly batch: readonly Waiting<Item, Outcome>[]
      readonly rest: Waiting<Item, Outcome>[]
      readonly cause: unknown
    },
  ): Promise<void> {
    if (isUnavailable(cause)) for (const one of [...batch, ...rest.splice(0)]) one.reject(cause)
    else for (const one of batch) await this.#commitAlone(name, one)
  }

  async #commitTogether(name: string, batch: readonly Waiting<Item, Outcome>[]): Promise<void> {
    const outcomes = await this.commit(
      name,
      batch.map(({ item }) => item),
    )
    batch.forEach((one, index) => {
      const outcome = outcomes[index]
      if (outcome === undefined) one.reject(new Error('A batch left an item without an answer'))
      else one.resolve(outcome)
    })
  }

  async #commitAlone(name: string, one: Waiting<Item, Outcome>): Promise<void> {
    try {
      await this.#commitTogether(name, [one])
    } catch (cause) {
      one.reject(cause)
    }
  }
}
