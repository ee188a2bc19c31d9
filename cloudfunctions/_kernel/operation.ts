import type { Kysely } from 'kysely'
import type { Contract, InputOf, OutputOf } from '@/contracts/contract'
import type { WireError } from '@/contracts/errors'
import type { Frozen, Host } from '@/contracts/schemas'
import type { UserId } from '@/domain/ids'
import type { Result } from '@/domain/result'
import type { Tables } from './database/tables'
import type { Ports } from './ports'

/** Who calls: taken from the session token, never from the input. */
export interface Viewer {
  readonly userId: UserId
  readonly host: Host
}

/** What an operation works with. In a `once` operation `db` is the transaction that also keeps its answer. */
export interface Context extends Ports {
  readonly db: Kysely<Tables>
  /**
   * Runs after the commit and before the reply: what must not happen if the transaction rolls back. It is given the
   * context outside the transaction, which is over by then.
   */
  afterCommit(effect: (after: Context) => Promise<void>): void
}
export interface ViewerContext extends Context {
  readonly viewer: Viewer
}

type ContextFor<Op> = Op extends { readonly caller: 'anyone' } ? Context : ViewerContext
export type Outcome<T> = Result<T, WireError>

/** One function per operation of a contract: the file that implements it is named after it. */
export type Implementation<C extends Contract> = {
  readonly [Name in keyof C['operations']]: (
    context: ContextFor<C['operations'][Name]>,
    input: InputOf<C['operations'][Name]>,
  ) => Promise<Outcome<Frozen<OutputOf<C['operations'][Name]>>>>
}
