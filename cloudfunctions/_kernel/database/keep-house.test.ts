import { sql } from 'kysely'
import { openDatabase } from './database'

it('knows after a thousand turns how many rows its tables have, and which index finds one', async () => {
  const db = await openDatabase('memory://')
  await sql`create table said (room text, id text, person text, primary key (room, id))`.execute(db)
  await sql`create index said_by_person on said (room, person)`.execute(db)
  const rows = async () => {
    const answer = await sql<{
      reltuples: number
    }>`select reltuples from pg_class where relname = 'said'`.execute(db)
    return answer.rows[0]?.reltuples
  }
  for (let n = 0; n < 900; n += 1) await sql`insert into said values ('r', ${`m${n}`}, 'p')`.execute(db)
  expect(await rows()).toBe(-1)
  for (let n = 900; n < 1_100; n += 1) await sql`insert into said values ('r', ${`m${n}`}, 'p')`.execute(db)
  expect(await rows()).toBeGreaterThan(500)
  const plan = await sql<
    Record<string, string>
  >`explain select from said where room = 'r' and id = 'm7'`.execute(db)
  expect(JSON.stringify(plan.rows)).toContain('said_pkey')
  await db.destroy()
})
