import { spawn } from 'node:child_process'
import { build } from 'esbuild'
import { inProject } from '../../../config/paths'

const PROGRAM = inProject('node_modules/.cache/livestall/victim.mjs')

const READY = /^ready (http\S+)$/m

export interface Life {
  readonly url: string
  /** No warning, no last word. */
  kill(): Promise<void>
}

/** One file, so that a process that is started a hundred times starts in a blink. */
export async function buildVictim(): Promise<void> {
  await build({
    entryPoints: [inProject('test/faults/kill/victim.ts')],
    outfile: PROGRAM,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
}

/** Starts the application in a process of its own. */
export async function startLife(database: string, wallet: string): Promise<Life> {
  const child = spawn(process.execPath, [PROGRAM], {
    cwd: inProject(),
    env: { ...process.env, DATABASE: database, WALLET: wallet },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const killAtExit = (): void => void child.kill('SIGKILL')
  process.once('exit', killAtExit)
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.removeListener('exit', killAtExit)
      resolve()
    })
  })
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const ready = READY.exec(output)?.[1]
      if (ready !== undefined) resolve(ready)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void exited.then(() => {
      reject(new Error(`The application did not start:\n${output}`))
    })
  })
  return {
    url,
    kill() {
      child.kill('SIGKILL')
      return exited
    },
  }
}
