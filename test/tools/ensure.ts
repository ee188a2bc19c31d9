import { spawnSync } from 'node:child_process'
import { findChromium, findFfmpeg, findPostgresBin, hasChineseFont } from './find-tools'

interface Tool {
  readonly isThere: () => boolean
  /** Debian's name for it. */
  readonly debian: string
}

const tools = {
  chromium: { isThere: () => findChromium() !== undefined, debian: 'chromium' },
  postgres: { isThere: () => findPostgresBin() !== undefined, debian: 'postgresql' },
  ffmpeg: { isThere: () => findFfmpeg() !== undefined, debian: 'ffmpeg' },
  font: { isThere: hasChineseFont, debian: 'fonts-noto-cjk fontconfig' },
} as const satisfies Readonly<Record<string, Tool>>

export type ToolName = keyof typeof tools

/** Brings what the tests need and the machine lacks; where that is not allowed, says the exact command instead. */
export function ensureTools(names: readonly ToolName[]): void {
  const missing = names.filter((name) => !tools[name].isThere())
  if (missing.length === 0) return
  const packages = missing.flatMap((name) => tools[name].debian.split(' '))
  if (!mayInstall()) throw new Error(howToInstall(missing, packages))
  console.log(`installing for the tests: ${packages.join(' ')}`)
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  const still = names.filter((name) => !tools[name].isThere())
  if (still.length > 0) throw new Error(`installed, and yet not found: ${still.join(', ')}`)
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

function run(command: string, args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  if (status !== 0) throw new Error(`failed: ${command} ${args.join(' ')}`)
}

function howToInstall(missing: readonly ToolName[], packages: readonly string[]): string {
  return [
    `the tests need ${missing.join(', ')}; on Debian or Ubuntu run`,
    `  sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`,
    'elsewhere install the same programs; CHROMIUM may name the browser',
  ].join('\n')
}
