import type { RoomId } from '@/domain/ids'
import { createSqlTradeStore } from '../adapters/trade-store/sql-trade-store'
import type { Database } from '../database/database'
import type { Context } from '../operation'
import type { Ports } from '../ports'
import { relayRoomEvents } from '../room-log'
import { Trade } from './trade'

/** Notices of commits that nobody waits for: a buyer's answer does not hang on the chat vendor's. */
export class Relays {
  relay: (rooms: readonly RoomId[]) => Promise<void> = () => Promise.resolve()
  readonly #running = new Set<Promise<void>>()

  start(rooms: readonly RoomId[]): void {
    const run = this.relay(rooms).finally(() => this.#running.delete(run))
    this.#running.add(run)
  }

  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}

/** Relaying tells the log when it fails, and the next tick takes up what was left; so this does not throw. */
export async function relayAll(context: Context, rooms: readonly RoomId[]): Promise<void> {
  try {
    for (const roomId of rooms) await relayRoomEvents(context, roomId)
  } catch (cause) {
    context.log.warn('relay-failed', { cause })
  }
}

export const openTrade = (db: Database, { clock, ids, log }: Ports, relays: Relays): Trade =>
  new Trade({
    store: createSqlTradeStore({ db, clock, ids, onRoomEvents: (rooms) => relays.start(rooms) }),
    log,
  })
