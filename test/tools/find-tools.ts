import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const serverHomes = '/usr/lib/postgresql'

/** The browser of the journeys: the one in CHROMIUM, else the first that the system has. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined
  return firstOnPath(chromiumNames)
}

/** The folder with initdb and postgres; Debian keeps it off the PATH, one folder per major version. */
export function findPostgresBin(): string | undefined {
  const versions = existsSync(serverHomes) ? readdirSync(serverHomes) : []
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a))
  const installed = newestFirst.map((version) => path.join(serverHomes, version, 'bin'))
  const fromPath = firstOnPath(['initdb'])
  const candidates = fromPath === undefined ? installed : [...installed, path.dirname(fromPath)]
  return candidates.find(
    (bin) => isExecutable(path.join(bin, 'initdb')) && isExecutable(path.join(bin, 'postgres')),
  )
}

export function findFfmpeg(): string | undefined {
  return firstOnPath(['ffmpeg'])
}

/** Without one, every Chinese word on a screenshot is a box, and nobody notices until a person looks. */
export function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

function firstOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return files.find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
