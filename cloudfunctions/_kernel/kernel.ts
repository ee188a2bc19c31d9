import type { Database } from './database/database'
import type { Context } from './operation'
import type { Ports } from './ports'
import type { Trade } from './trade/trade'
import { Effects } from './transaction'

/** What every call works with, whichever way it came in. */
export interface Kernel {
  readonly ports: Ports
  readonly db: Database
  readonly trade: Trade
  /** Tests check replies against the contract; in production the compiler's word is enough. */
  readonly checksReplies: boolean
}

/** Does `work`, then what it left for after its commits; `facts` go with every line it logs. */
export async function withContext<T>(
  kernel: Kernel,
  facts: Readonly<Record<string, unknown>>,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const effects = new Effects()
  const log = kernel.ports.log.with(facts)
  const context: Context = {
    ...kernel.ports,
    db: kernel.db,
    trade: kernel.trade,
    log,
    afterCommit: effects.add,
  }
  const result = await work(context)
  await effects.run(context)
  return result
}
