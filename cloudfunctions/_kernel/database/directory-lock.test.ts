import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from './database'
import { DataDirectoryInUse, lockDirectory, ownerOf } from './directory-lock'

let home: string
let directory: string
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'livestall-lock-'))
  directory = path.join(home, 'inner', 'database')
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})
const lockFile = () => `${directory}.lock`
const leaveLock = (holder: string) => {
  lockDirectory(directory)()
  writeFileSync(lockFile(), holder)
}

it('lets one holder in at a time', () => {
  const unlock = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow(DataDirectoryInUse)
  unlock()
  lockDirectory(directory)()
  expect(readdirSync(path.dirname(directory))).toEqual([])
})

it('names the process that holds it, and leaves its lock alone', () => {
  const holder = ownerOf(process.ppid)
  leaveLock(holder)
  expect(() => lockDirectory(directory)).toThrow(`${directory} is in use by process ${process.ppid}`)
  expect(existsSync(lockFile())).toBe(true)
})

it.each([
  ['a process that died', '4194399 123'],
  ['an earlier process of the same number', `${process.pid} 1`],
  ['nobody', ''],
  ['something else', 'not a lock'],
])('takes over from %s', (_what, holder) => {
  leaveLock(holder)
  lockDirectory(directory)()
  expect(readdirSync(path.dirname(directory))).toEqual([])
})

it('keeps what was written, and a second opener out', async () => {
  const db = await openDatabase(directory)
  await sql`create table notes (text text)`.execute(db)
  await sql`insert into notes values ('梨')`.execute(db)
  await expect(openDatabase(directory)).rejects.toMatchObject({ code: 'data-directory-in-use' })
  await db.destroy()
  const again = await openDatabase(directory)
  expect((await sql`select text from notes`.execute(again)).rows).toEqual([{ text: '梨' }])
  await again.destroy()
}, 60_000)

it('lets go when the database cannot be opened', async () => {
  lockDirectory(directory)()
  writeFileSync(directory, 'a file, not a directory')
  await expect(openDatabase(directory)).rejects.toMatchObject({ code: 'EEXIST' })
  expect(existsSync(lockFile())).toBe(false)
})
