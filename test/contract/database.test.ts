import { openDatabase } from '../../cloudfunctions/_kernel/database/database'
import { testDatabase } from '../builders/test-database'
import { startPostgres } from '../tools/postgres'
import { databaseContract, type OpenedDatabase } from './database.contract'
import { liveShopContract } from './live-shop.contract'

async function embedded(): Promise<OpenedDatabase> {
  const db = await testDatabase()
  return { db, close: () => db.destroy() }
}

async function server(): Promise<OpenedDatabase> {
  const postgres = await startPostgres()
  const db = await openDatabase(postgres.url)
  return {
    db,
    async close() {
      await db.destroy()
      await postgres.stop()
    },
  }
}

databaseContract('the embedded database', embedded)
databaseContract('PostgreSQL', server)
liveShopContract('a live shop on the embedded database', embedded)
liveShopContract('a live shop on PostgreSQL', server)
