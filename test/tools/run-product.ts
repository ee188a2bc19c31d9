import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inProject } from '../../config/paths'
import { freePort } from './free-port'

export interface RunningProduct {
  readonly url: string
  readonly dataDir: string
  /** Milliseconds from the command to its word `ready`. */
  readonly startedInMs: number
  /** As Ctrl-C does; resolves with the exit code. The data stays. */
  interrupt(): Promise<number | null>
  /** Ctrl-C, and the data is removed if it was made here. */
  stop(): Promise<void>
}

export interface RunOptions {
  readonly port?: number
  readonly rtmpPort?: number
  readonly dataDir?: string
  readonly env?: Readonly<Record<string, string>>
}

/** A start that did not get as far as `ready`. */
export class StartFailed extends Error {
  constructor(
    readonly exitCode: number | null,
    readonly output: string,
  ) {
    super(`npm start ended with ${exitCode}:\n${output}`)
  }
}

const READY = /^ready (http\S+)$/m

/** Runs `npm start` as a person does, on ports and data of its own unless they are named. */
export async function runProduct(options: RunOptions = {}): Promise<RunningProduct> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'livestall-'))
  const [port, rtmpPort] = [options.port ?? (await freePort()), options.rtmpPort ?? (await freePort())]
  const started = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: inProject(),
    env: {
      ...process.env,
      ...options.env,
      PORT: String(port),
      RTMP_PORT: String(rtmpPort),
      LIVESTALL_DATA: dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const ready = READY.exec(output)?.[1]
      if (ready !== undefined) resolve(ready)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void exited.then((code) => {
      reject(new StartFailed(code, output))
    })
  })
  const startedInMs = performance.now() - started
  // The whole group, as a terminal does: npm, the shell and the product below them.
  const interrupt = (): Promise<number | null> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT')
    return exited
  }
  return {
    url,
    dataDir,
    startedInMs,
    interrupt,
    async stop() {
      await interrupt()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
