import { Client } from 'pg'
import { ensureTools } from './ensure'
import { startPostgres } from './postgres'

it('gives a database on the loopback and takes it away again', async () => {
  ensureTools(['postgres'])
  const postgres = await startPostgres()
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query<{ answer: number }>('select 6 * 7 as answer')
  await client.end()
  await postgres.stop()

  expect(rows).toEqual([{ answer: 42 }])
  await expect(new Client({ connectionString: postgres.url }).connect()).rejects.toThrow('ECONNREFUSED')
})
