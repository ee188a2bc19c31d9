import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Database, openDatabase } from '../../cloudfunctions/_kernel/database/database'
import { migrate } from '../../cloudfunctions/_kernel/database/migrate'
import { testDatabase } from '../builders/test-database'
import { startPostgres } from '../tools/postgres'

/** A database, and the connections that as many processes have to it. */
export interface Engine {
  readonly databases: readonly [Database, ...Database[]]
  stop(): Promise<void>
}

export async function embeddedEngine(): Promise<Engine> {
  const db = await testDatabase()
  return { databases: [db], stop: () => db.destroy() }
}

export async function twoOnPostgres(): Promise<Engine> {
  const postgres = await startPostgres()
  const [one, two] = [await openDatabase(postgres.url), await openDatabase(postgres.url)]
  await migrate(one)
  return {
    databases: [one, two],
    async stop() {
      await Promise.all([one.destroy(), two.destroy()])
      await postgres.stop()
    },
  }
}

/** A place for data that goes when the test does. */
export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'livestall-faults-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** How often a proof is repeated: a few times in every run, as often as asked in the run that is reported. */
export const timesOf = (name: string, usual: number): number => Number(process.env[name] ?? usual)
