import type { EpochMs } from '@/domain/time'
import {
  MemoryTradeStore,
  type MemoryTables,
} from '../../../cloudfunctions/_kernel/adapters/trade-store/memory-trade-store'
import type { JobKind } from '../../../cloudfunctions/_kernel/database/trade-tables'
import type { Clock } from '../../../cloudfunctions/_kernel/ports/clock'
import type { Ids } from '../../../cloudfunctions/_kernel/ports/ids'
import type { Scope, TradeStore } from '../../../cloudfunctions/_kernel/ports/trade-store'
import type { TradeDraft } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import type { JobRow } from '../../../cloudfunctions/_kernel/trade/trade-rows'
import type { Faults } from './faults'
import type { Scheduler } from './scheduler'
import { asError, PlannedFault, Violation } from './violation'

export interface SimStoreParts {
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly tables: MemoryTables
  readonly clock: Clock
  readonly ids: Ids
  /** The process that the store is open in. */
  readonly owner: object
  /** Hears of everything first. */
  readonly watch: Watch
}
export interface Watch {
  readonly committed: (draft: TradeDraft) => void
  readonly taken: (jobs: readonly JobRow[], now: EpochMs) => void
  readonly finished: (job: JobRow) => void
}

/**
 * The store of one process: every call waits for its turn, fails when the seed says so, and is answered at once or
 * some steps later. What it does in its turn is the memory store's work.
 */
export class SimStore implements TradeStore {
  readonly memory: MemoryTradeStore

  constructor(readonly parts: SimStoreParts) {
    this.memory = new MemoryTradeStore(parts, parts.tables)
  }

  transact<T>(scope: Scope, decide: (draft: TradeDraft) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.queue('commit', () => {
        const fault = this.parts.faults.ofStore()
        if (fault === 'before') {
          reject(new PlannedFault('given up for another transaction', '40001'))
          return
        }
        let outcome: T
        try {
          outcome = this.commitNow(scope, decide)
        } catch (cause) {
          if (cause instanceof Violation) throw cause
          reject(asError(cause))
          return
        }
        if (fault === 'after') reject(new PlannedFault('the answer was lost', 'ECONNRESET'))
        else this.answer(() => resolve(outcome))
      })
    })
  }

  look<T>(scope: Scope, read: (draft: TradeDraft) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.queue('look', () => {
        try {
          const seen = read(this.memory.draftOf(scope))
          this.answer(() => resolve(seen))
        } catch (cause) {
          reject(asError(cause))
        }
      })
    })
  }

  /** Never changes: it needs no turn. */
  findBuyers(wishes: Parameters<TradeStore['findBuyers']>[0]): ReturnType<TradeStore['findBuyers']> {
    return this.memory.findBuyers(wishes)
  }

  ordersOf(ids: Parameters<TradeStore['ordersOf']>[0]): ReturnType<TradeStore['ordersOf']> {
    return this.memory.ordersOf(ids)
  }

  takeJobs(kinds: readonly JobKind[], now: EpochMs): Promise<readonly JobRow[]> {
    return this.turn('take jobs', async () => {
      const jobs = await this.takeNow(kinds, now)
      this.parts.watch.taken(jobs, now)
      return jobs
    })
  }

  finishJob(job: JobRow, now: EpochMs): Promise<void> {
    return this.turn('finish job', async () => {
      await this.memory.finishJob(job, now)
      this.parts.watch.finished(job)
    })
  }

  protected takeNow(kinds: readonly JobKind[], now: EpochMs): Promise<readonly JobRow[]> {
    return this.memory.takeJobs(kinds, now)
  }

  protected commitNow<T>(scope: Scope, decide: (draft: TradeDraft) => T): T {
    const draft = this.memory.draftOf(scope)
    const outcome = decide(draft)
    this.memory.write(draft)
    this.parts.watch.committed(draft)
    return outcome
  }

  protected queue(name: string, run: () => void): void {
    this.parts.scheduler.queue({ owner: this.parts.owner, name, run })
  }

  protected answer(reply: () => void): void {
    if (this.parts.faults.isSlow()) this.queue('answer', reply)
    else reply()
  }

  private turn<T>(name: string, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.queue(name, () => {
        work().then((done) => this.answer(() => resolve(done)), reject)
      })
    })
  }
}
