import type { Kysely } from 'kysely'
import type { Tables } from '../../cloudfunctions/_kernel/database/tables'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import type { Persona } from '../identity/personas'

/** What seeds are written with, and for whom. */
export interface Seeding {
  readonly db: Kysely<Tables>
  readonly clock: Clock
  readonly personas: readonly Persona[]
}
