import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { errorCode } from './error-code'

/** Another process has this data directory open: the embedded engine would let both write, and lose data. */
export class DataDirectoryInUse extends Error {
  readonly code = 'data-directory-in-use'
  constructor(
    readonly directory: string,
    readonly pid: number,
  ) {
    super(`The data in ${directory} is in use by process ${pid}`)
  }
}

/** Holds `<directory>.lock` until the returned function is called; takes it over from a process that died. */
export function lockDirectory(directory: string): () => void {
  const lock = `${path.resolve(directory)}.lock`
  const mine = `${lock}.${process.pid}`
  mkdirSync(path.dirname(lock), { recursive: true })
  writeFileSync(mine, ownerOf(process.pid))
  try {
    while (!canLink(mine, lock)) removeStale(directory, lock, mine)
  } finally {
    rmSync(mine, { force: true })
  }
  return () => rmSync(lock, { force: true })
}

/** A link appears whole or not at all, so nobody ever reads a lock that is half written. */
function canLink(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock)
    return true
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') return false
    throw cause
  }
}

function removeStale(directory: string, lock: string, mine: string): void {
  refuseLiving(directory, read(lock))
  // Moved aside before it is judged again: two starters may both have seen the dead one, and one has the lock by now.
  const aside = `${mine}.stale`
  try {
    renameSync(lock, aside)
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return
    throw cause
  }
  try {
    refuseLiving(directory, read(aside))
  } catch (cause) {
    canLink(aside, lock)
    throw cause
  } finally {
    rmSync(aside, { force: true })
  }
}

function refuseLiving(directory: string, holder: string): void {
  const pid = Number(holder.split(' ')[0])
  if (pid > 0 && isRunning(pid) && ownerOf(pid) === holder) throw new DataDirectoryInUse(directory, pid)
}

/** A number may be used again by a later process (in a container it nearly always is), so its start counts too. */
export function ownerOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`)
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return `${pid} ${afterName[19] ?? ''}`
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return errorCode(cause) === 'EPERM'
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
