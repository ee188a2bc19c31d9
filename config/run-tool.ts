import { spawn } from 'node:child_process'
import { inProject, projectRoot } from './paths'

export interface Outcome {
  readonly passed: boolean
  readonly output: string
}

/** Runs a tool of node_modules/.bin in the project and keeps what it says instead of printing it. */
export function runTool(bin: string, args: readonly string[]): Promise<Outcome> {
  const child = spawn(inProject('node_modules/.bin', bin), args, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ passed: code === 0, output: output.trim() }))
  })
}
