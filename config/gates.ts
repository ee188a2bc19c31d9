import { existsSync } from 'node:fs'
import { ensureBuilt } from './build-stamp'
import { misnamedFiles } from './check-names'
import { clientTargets } from './client-target'
import { checkHostSurface } from './host-surface/check-host-surface'
import { inProject } from './paths'
import { runTool, type Outcome } from './run-tool'

export interface Gate {
  readonly name: string
  readonly run: () => Promise<Outcome>
}

const layers = ['domain', 'functions', 'weapp', 'alipay', 'h5', 'node'] as const

const tool = (name: string, bin: string, ...args: readonly string[]): Gate => ({
  name,
  run: () => runTool(bin, args),
})

const types = (name: string, project: string) =>
  tool(`types ${name}`, 'tsc', '-p', project, '--pretty', 'false')

/** Slowest first: two run at a time, so the long ones must not be left for the end. */
export const gates: readonly Gate[] = [
  { name: 'size', run: checkSize },
  tool('lint', 'eslint', '.', '--max-warnings', '0'),
  types('all', 'tsconfig.json'),
  { name: 'host surface', run: checkHostSurface },
  ...layers.map((layer) => types(layer, `config/tsconfig.${layer}.json`)),
  tool('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  tool('imports', 'depcruise', '--config', '.dependency-cruiser.cjs', ...codeFolders()),
  tool('unused', 'knip', '--no-progress', '--no-config-hints'),
  { name: 'names', run: checkNames },
]

function codeFolders(): readonly string[] {
  const folders = ['src', 'cloudfunctions', 'local', 'config', 'test', 'bench']
  return folders.filter((folder) => existsSync(inProject(folder)))
}

async function checkNames(): Promise<Outcome> {
  const wrong = misnamedFiles()
  return { passed: wrong.length === 0, output: wrong.join('\n') }
}

async function checkSize(): Promise<Outcome> {
  for (const target of clientTargets) await ensureBuilt(target)
  return runTool('size-limit', [])
}
