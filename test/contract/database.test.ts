import { openDatabase } from '../../cloudfunctions/_kernel/database/database'
import { testDatabase } from '../builders/test-database'
import { startPostgres } from '../tools/postgres'
import { databaseContract } from './database.contract'

databaseContract('the embedded database', async () => {
  const db = await testDatabase()
  return { db, close: () => db.destroy() }
})

databaseContract('PostgreSQL', async () => {
  const server = await startPostgres()
  const db = await openDatabase(server.url)
  return {
    db,
    async close() {
      await db.destroy()
      await server.stop()
    },
  }
})
