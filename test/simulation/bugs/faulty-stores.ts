import type { EpochMs } from '@/domain/time'
import type { JobKind } from '../../../cloudfunctions/_kernel/database/trade-tables'
import type { Scope } from '../../../cloudfunctions/_kernel/ports/trade-store'
import type { TradeDraft } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import type { JobRow } from '../../../cloudfunctions/_kernel/trade/trade-rows'
import { SimStore } from '../engine/sim-store'
import { asError } from '../engine/violation'
import type { Bug } from './bug'

/** Reads in one step and writes in another: whoever wrote in between is overwritten. */
class UnlockedStore extends SimStore {
  override transact<T>(scope: Scope, decide: (draft: TradeDraft) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.queue('read', () => {
        try {
          const draft = this.memory.draftOf(scope)
          const outcome = decide(draft)
          this.queue('write', () => {
            this.memory.write(draft)
            this.parts.watch.committed(draft)
            resolve(outcome)
          })
        } catch (cause) {
          reject(asError(cause))
        }
      })
    })
  }
}

/** Never finds that an intent was carried out before. */
class ForgetfulStore extends SimStore {
  protected override commitNow<T>(scope: Scope, decide: (draft: TradeDraft) => T): T {
    return super.commitNow({ ...scope, intents: [] }, decide)
  }
}

/** Answers first and commits then: when the commit fails, nobody hears of it. */
class HastyStore extends SimStore {
  override transact<T>(scope: Scope, decide: (draft: TradeDraft) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.queue('commit', () => {
        const draft = this.memory.draftOf(scope)
        try {
          resolve(decide(draft))
        } catch (cause) {
          reject(asError(cause))
          return
        }
        if (this.parts.faults.ofStore() === 'before') return
        this.memory.write(draft)
        this.parts.watch.committed(draft)
      })
    })
  }
}

/** Looks at what is due and takes nothing: whoever looks next finds it again. */
class ShowingStore extends SimStore {
  protected override async takeNow(kinds: readonly JobKind[], now: EpochMs): Promise<readonly JobRow[]> {
    const due = (job: JobRow): boolean =>
      job.done_at === null && job.due_at <= now && kinds.includes(job.kind)
    return [...this.parts.tables.jobs.values()].filter(due)
  }
}

export const FAULTY_STORES: readonly Bug[] = [
  { name: 'lost-update', plant: (core) => ({ ...core, openStore: (parts) => new UnlockedStore(parts) }) },
  { name: 'no-idempotency', plant: (core) => ({ ...core, openStore: (parts) => new ForgetfulStore(parts) }) },
  { name: 'ack-before-commit', plant: (core) => ({ ...core, openStore: (parts) => new HastyStore(parts) }) },
  {
    name: 'timer-fired-twice',
    plant: (core) => ({ ...core, openStore: (parts) => new ShowingStore(parts) }),
  },
]
