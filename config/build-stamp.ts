import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildClient } from './taro-build'
import { clientTargets, type ClientTarget } from './client-target'
import { listFiles } from './list-files'
import { inProject } from './paths'
import { switchNames } from './taro/switches'

const inputs = [
  'src',
  'config/index.ts',
  'config/taro',
  'config/taro-build.ts',
  'config/plugins',
  'babel.config.js',
  'package-lock.json',
  'project.config.json',
  'mini.project.json',
]

/** What the build of one target depends on: its sources by content, the tools by the lock file, the switches by value. */
export function inputHash(target: ClientTarget): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => listFiles(inProject(input)))) {
    const name = path.relative(inProject(), file)
    if (!belongsTo(target, name)) continue
    hash.update(`${name}\0`).update(readFileSync(file)).update('\0')
  }
  for (const name of switchNames) hash.update(`${name}=${process.env[name] ?? ''}\0`)
  return hash.digest('hex')
}

/** True when dist/<target> holds a finished build of exactly the present sources. */
export function isFresh(target: ClientTarget): boolean {
  const stamp = stampFile(inProject('dist', target))
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputHash(target)
}

/** Builds dist/<target> unless it is fresh; says whether it had to. */
export async function ensureBuilt(target: ClientTarget): Promise<boolean> {
  if (isFresh(target)) return false
  await buildStamped(target)
  return true
}

/** A clean build that leaves its stamp. Hashed before building: an edit made meanwhile must not look built. */
export async function buildStamped(target: ClientTarget): Promise<void> {
  const hash = inputHash(target)
  await buildClient(target, (folder) => {
    writeFileSync(stampFile(folder), hash)
  })
}

function stampFile(folder: string): string {
  return path.join(folder, '.stamp')
}

function belongsTo(target: ClientTarget, name: string): boolean {
  if (/\.test\.tsx?$/.test(name)) return false
  const others = clientTargets.filter((other) => other !== target)
  return !others.some((other) => name.includes(`.${other}.`) || name.startsWith(`src/platform/${other}/`))
}
