import type { Wallet } from '@/contracts/schemas'
import type { EpochMs } from '@/domain/time'
import type { MemoryTables } from '../../../cloudfunctions/_kernel/adapters/trade-store/memory-trade-store'
import { runDueJobs } from '../../../cloudfunctions/_kernel/jobs'
import type { Ids } from '../../../cloudfunctions/_kernel/ports/ids'
import type { Log } from '../../../cloudfunctions/_kernel/ports/log'
import type { Limits } from '../../../cloudfunctions/_kernel/trade/gather'
import { Trade } from '../../../cloudfunctions/_kernel/trade/trade'
import type { TradeContext } from '../../../cloudfunctions/_kernel/trade/trade-context'
import type { Core } from './core'
import type { Faults } from './faults'
import type { Scheduler } from './scheduler'
import type { Watch } from './sim-store'
import { PlannedFault, Violation } from './violation'
import type { WalletDesk } from './wallet-desk'
import { WalletLine } from './wallet-line'

export const LIMITS: readonly Limits[] = [
  { batch: 256, waiting: 2_000 },
  { batch: 2, waiting: 50 },
  { batch: 2, waiting: 3 },
]

/** What a caller hears: nothing, when the process died, failed or its reply was lost. */
export type Answer<T> = { readonly heard: true; readonly value: T } | { readonly heard: false }
const NOTHING = { heard: false } as const

/** What a process stands in. */
interface Surroundings {
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly tables: MemoryTables
  readonly ids: Ids
  readonly desks: Readonly<Record<Wallet, WalletDesk>>
  readonly core: Core
  readonly books: Pick<Watch, 'taken' | 'finished'>
  readonly committed: Watch['committed']
}
interface InstanceParts {
  readonly world: Surroundings
  /** How wrong its clock is. */
  readonly skewMs: number
  readonly limits: Limits
}

/** One process of the order server: its own clock, its own batches, the common tables. */
export class Instance {
  context: TradeContext
  isTicking = false
  readonly #callers = new Set<() => void>()
  /** Changes with every start: what waits in a dead process never goes on. */
  #process: object = {}

  constructor(private readonly parts: InstanceParts) {
    this.context = this.#start()
  }

  get skewMs(): number {
    return this.parts.skewMs
  }

  /** Everything in memory is gone, everything in the tables is there; it starts again at once. */
  crash(): void {
    this.parts.world.scheduler.forget(this.#process)
    this.#process = {}
    this.isTicking = false
    this.context = this.#start()
    const callers = [...this.#callers]
    this.#callers.clear()
    for (const hangUp of callers) hangUp()
  }

  ask<T>(work: (context: TradeContext) => Promise<T>): Promise<Answer<T>> {
    const { faults, scheduler } = this.parts.world
    return new Promise((resolve) => {
      const hangUp = (): void => resolve(NOTHING)
      this.#callers.add(hangUp)
      const failed = (cause: unknown): void => {
        if (!isPlanned(cause)) scheduler.fail(cause)
        if (this.#callers.delete(hangUp)) hangUp()
      }
      work(this.context).then((value) => {
        if (!this.#callers.delete(hangUp)) return
        resolve(faults.losesReply() ? NOTHING : { heard: true, value })
      }, failed)
    })
  }

  tick(): void {
    this.isTicking = true
    const process = this.#process
    const over = (): void => {
      if (process === this.#process) this.isTicking = false
    }
    runDueJobs(this.context, this.parts.world.core.jobs).then(over, (cause: unknown) => {
      this.parts.world.scheduler.fail(cause)
    })
  }

  #start(): TradeContext {
    const { world, skewMs, limits } = this.parts
    const { scheduler, faults, tables, ids, desks, core } = world
    const owner = this.#process
    const clock = { now: (): EpochMs => scheduler.now + skewMs }
    const log = new StrictLog(world)
    const watch: Watch = {
      committed: (draft) => world.committed(draft),
      taken: (jobs, now) => world.books.taken(jobs, now),
      finished: (job) => world.books.finished(job),
    }
    const store = core.openStore({ scheduler, faults, tables, clock, ids, owner, watch })
    const trade = new Trade({
      store,
      log,
      decisions: core.decisions,
      limits,
      soon: (run) => scheduler.queue({ owner, name: 'batch', run }),
    })
    const line = (wallet: keyof typeof desks) =>
      core.overLine(new WalletLine({ scheduler, faults, desk: desks[wallet], owner }))
    return { clock, ids, log, trade, wallets: { 'wechat-pay': line('wechat-pay'), alipay: line('alipay') } }
  }
}

/** The lane was full, or the seed made something fail. */
const isPlanned = (cause: unknown): boolean =>
  cause instanceof PlannedFault || (cause instanceof Error && cause.message.startsWith('Too many payments'))

/** A job that throws for any other reason than a planned fault is a defect. */
class StrictLog implements Log {
  constructor(private readonly world: Surroundings) {}

  info(): void {
    // nobody reads it
  }

  warn(event: string, facts?: Readonly<Record<string, unknown>>): void {
    if (event === 'job-failed') this.#refuseDefects(facts)
  }

  alarm(event: string, facts?: Readonly<Record<string, unknown>>): void {
    if (event === 'job-keeps-failing') this.#refuseDefects(facts)
  }

  with(): Log {
    return this
  }

  #refuseDefects(facts?: Readonly<Record<string, unknown>>): void {
    const cause = facts?.cause
    if (isPlanned(cause)) return
    this.world.scheduler.fail(new Violation(`A job threw: ${String(cause)}`, { cause }))
  }
}
