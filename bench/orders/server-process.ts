import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { inProject } from '../../config/paths'

export interface BenchServer {
  readonly port: number
  /** CPU spent so far, and memory held. */
  usage(): Promise<{ readonly cpuMs: number; readonly rssMiB: number }>
  stop(): Promise<void>
}

/** Starts a server of the bench in a process of its own; its first line is its port. */
export async function startServer(script: string, ...args: readonly string[]): Promise<BenchServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', inProject('bench/orders', script), ...args], {
    cwd: inProject('.'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test' },
  })
  const port = await firstNumber(child)
  return {
    port,
    async usage() {
      const response = await fetch(`http://127.0.0.1:${port}/usage`)
      return (await response.json()) as { cpuMs: number; rssMiB: number }
    },
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function firstNumber(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server left with ${code}`)))
    child.stdout?.once('data', (text: Buffer) => resolve(Number(text.toString())))
  })
}
