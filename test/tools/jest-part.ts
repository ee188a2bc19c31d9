import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inProject, projectRoot } from '../../config/paths'

export interface Tally {
  readonly passed: number
  readonly failed: number
}

interface JestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numRuntimeErrorTestSuites: number
}

/** Runs jest projects with their output on the terminal; a suite that could not even start counts as one failure. */
export async function runJest(projects: readonly string[], args: readonly string[] = []): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'livestall-jest-'))
  const outputFile = path.join(folder, 'report.json')
  try {
    const code = await jest([
      ...['--selectProjects', ...projects, '--json', '--outputFile', outputFile, '--ci'],
      ...args,
    ])
    return tallyOf(readFileSync(outputFile, 'utf8'), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * A part without a single test has proved nothing: it fails. So does one whose tests passed and that jest refuses
 * nevertheless: a branch was not covered.
 */
export function tallyOf(report: string, code: number): Tally {
  // jest writes this file: its shape is jest's own documented one
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(report) as JestReport
  const failed = numFailedTests + numRuntimeErrorTestSuites
  const isRefused = failed === 0 && (numPassedTests === 0 || code !== 0)
  return { passed: numPassedTests, failed: isRefused ? 1 : failed }
}

function jest(args: readonly string[]): Promise<number> {
  const bin = inProject('node_modules/jest/bin/jest.js')
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
