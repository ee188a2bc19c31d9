import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { arch, platform, tmpdir } from 'node:os'
import path from 'node:path'
import { listFiles } from '../../../config/list-files'
import { inProject } from '../../../config/paths'

/** WeChat's compilers: wcc turns templates and their scripts into one program, wcsc does so with style sheets. */
const compilers = {
  wcc: ['.wxml', '.wxs'],
  wcsc: ['.wxss'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type CompilerName = keyof typeof compilers

export type Compilation =
  | { readonly state: 'compiled'; readonly program: string; readonly fileCount: number }
  | { readonly state: 'refused'; readonly message: string }
  | { readonly state: 'not-run'; readonly message: string }

interface Machine {
  readonly system: string
  readonly processor: string
}

const thisMachine: Machine = { system: platform(), processor: arch() }

/** Gives every file of its kind under a folder to one of the compilers. */
export function compileOfficially(
  compiler: CompilerName,
  folder: string,
  machine: Machine = thisMachine,
): Compilation {
  const home = binariesFor(machine)
  if (home === undefined) {
    return { state: 'not-run', message: `no ${compiler} for ${machine.system} ${machine.processor}` }
  }
  const kinds: readonly string[] = compilers[compiler]
  const files = listFiles(folder).filter((file) => kinds.includes(path.extname(file)))
  if (files.length === 0) return { state: 'refused', message: `${folder} has no ${kinds.join(' or ')}` }
  const names = files.map((file) => path.relative(folder, file))
  const { status, stdout, stderr, error } = runCopy(path.join(home, compiler), names, folder)
  if (error !== undefined) return { state: 'refused', message: error.message }
  // either sign is enough: a compiler that crashes says nothing, and one that warns ends with 0
  if (status !== 0 || stderr !== '') {
    return { state: 'refused', message: stderr.trim() || `${compiler} ended with ${status ?? 'a signal'}` }
  }
  return { state: 'compiled', program: stdout, fileCount: files.length }
}

/** What a template program does, without the line numbers it carries. */
export function withoutPositions(program: string): string {
  return program.replace(/,\d+,\d+\)/g, ')')
}

function binariesFor({ system, processor }: Machine): string | undefined {
  const home = inProject('node_modules/miniprogram-compiler/bin')
  if (system === 'linux' && processor === 'x64') return path.join(home, 'linux')
  if (system === 'darwin') return path.join(home, 'mac')
  return undefined
}

/** A copy, because the package comes without the right to be executed and is not ours to change. */
function runCopy(binary: string, args: readonly string[], cwd: string) {
  const home = mkdtempSync(path.join(tmpdir(), 'livestall-compiler-'))
  const copy = path.join(home, path.basename(binary))
  try {
    copyFileSync(binary, copy)
    chmodSync(copy, 0o700)
    return spawnSync(copy, args, { cwd, encoding: 'utf8', maxBuffer: 64 << 20, timeout: 30_000 })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
