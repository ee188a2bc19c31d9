import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { inProject } from './paths'

/**
 * Fills a folder under another name and puts it at dist/<name> only when it is whole, so that a server, a test or a
 * second build never reads half of one.
 */
export async function wholeFolder(name: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const prefix = `.building-${name}-`
  const building = inProject('dist', `${prefix}${process.pid}`)
  removeLeftovers(prefix)
  mkdirSync(building, { recursive: true })
  try {
    await fill(building)
    swap(building, inProject('dist', name))
  } finally {
    rmSync(building, { recursive: true, force: true })
  }
}

function swap(built: string, place: string): void {
  const old = `${built}-old`
  if (existsSync(place)) renameSync(place, old)
  renameSync(built, place)
  rmSync(old, { recursive: true, force: true })
}

/** A build that was killed leaves its folder; one that still runs is left alone. */
function removeLeftovers(prefix: string): void {
  const dist = inProject('dist')
  if (!existsSync(dist)) return
  for (const name of readdirSync(dist)) {
    if (!name.startsWith(prefix)) continue
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    if (!isRunning(pid)) rmSync(inProject('dist', name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
