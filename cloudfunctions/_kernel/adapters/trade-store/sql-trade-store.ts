import type { RoomId } from '@/domain/ids'
import type { Database } from '../../database/database'
import { isConflict, isTaken } from '../../database/is-conflict'
import type { Clock } from '../../ports/clock'
import type { Ids } from '../../ports/ids'
import type { TradeStore } from '../../ports/trade-store'
import { TradeDraft } from '../../trade/trade-draft'
import { announce } from './announce'
import { findBuyers } from './find-buyers'
import { finishJob, takeJobs } from './job-queue'
import { ordersOf } from './orders-of'
import { readRows } from './read-rows'
import { writeDraft } from './write-draft'

interface SqlStoreParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  /** Rooms whose log has something new, once it is committed. */
  readonly onRoomEvents: (rooms: readonly RoomId[]) => void
}

const MAX_ATTEMPTS = 5

/**
 * PostgreSQL, embedded or a cluster: one transaction for the whole batch, in two messages. The first locks and reads,
 * the second writes and commits; between them the batch is decided, here.
 */
export function createSqlTradeStore({ db, clock, ids, onRoomEvents }: SqlStoreParts): TradeStore {
  return {
    async transact(scope, decide) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const { outcome, rooms } = await db.exchange(async (exchange) => {
            const rows = await readRows(exchange, scope, { now: clock.now(), locks: true })
            const draft = new TradeDraft(rows, clock.now(), ids)
            const decided = decide(draft)
            const [, told] = await exchange.finish([writeDraft(draft), announce(draft)])
            return { outcome: decided, rooms: told ?? [] }
          })
          if (rooms.length > 0) onRoomEvents(rooms)
          return outcome
        } catch (cause) {
          if (!(isConflict(cause) || isTaken(cause)) || attempt === MAX_ATTEMPTS) throw cause
        }
      }
    },

    look: (scope, read) =>
      db.exchange(async (exchange) => {
        const rows = await readRows(exchange, scope, { now: clock.now(), locks: false })
        const seen = read(new TradeDraft(rows, clock.now(), ids))
        await exchange.finish([])
        return seen
      }),

    findBuyers: (wishes) => findBuyers(db, wishes),

    ordersOf: (ownedIds) => ordersOf(db, ownedIds),
    takeJobs: (kinds, now) => takeJobs(db, kinds, now),
    finishJob: (job, now) => finishJob(db, job, now),
  }
}
