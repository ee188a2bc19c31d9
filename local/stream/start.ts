import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { ChildMessage, StreamOptions, StreamPorts } from './options'
import { StreamStartError } from './start-error'

export interface StreamServer extends StreamPorts {
  /** Process id of the child that serves at the moment, for tests; undefined between two lives. */
  pid(): number | undefined
  /** Stops the child in its tracks, as an overloaded machine would. */
  freeze(): void
  thaw(): void
  /** Kills the child; it is started again like after any crash. */
  kill(): void
  stop(): Promise<void>
}

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 3000
/** A child that lived this long was healthy: the next restart is quick again. */
const HEALTHY_MS = 10_000
const GRACE_MS = 1500

/** Runs the video server as a child process and keeps it running until `stop`. */
export async function startStreamServer(options: StreamOptions): Promise<StreamServer> {
  if (process.env.NODE_ENV === 'production') throw new Error('local/stream is a sandbox part')
  const first = await launch(options)
  // the ports chosen for the first life stay for all the others: addresses are already given out
  const keeper = new Keeper({ ...options, ...first.ports }, first.child)
  return {
    ...first.ports,
    pid: () => keeper.child?.pid,
    freeze: () => void keeper.child?.kill('SIGSTOP'),
    thaw: () => void keeper.child?.kill('SIGCONT'),
    kill: () => void keeper.child?.kill('SIGKILL'),
    stop: () => keeper.stop(),
  }
}

class Keeper {
  readonly #options: StreamOptions
  child: ChildProcess | null = null
  #isStopping = false
  #pauseMs = FIRST_PAUSE_MS
  #timer: NodeJS.Timeout | undefined
  #restarting: Promise<void> = Promise.resolve()

  constructor(options: StreamOptions, child: ChildProcess) {
    this.#options = options
    this.#watch(child)
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#timer)
    await this.#restarting
    if (this.child) await end(this.child)
  }

  #watch(child: ChildProcess): void {
    const bornMs = Date.now()
    this.child = child
    child.once('exit', () => {
      this.child = null
      if (this.#isStopping) return
      if (Date.now() - bornMs > HEALTHY_MS) this.#pauseMs = FIRST_PAUSE_MS
      this.#restartLater()
    })
  }

  #restartLater(): void {
    this.#timer = setTimeout(() => {
      this.#restarting = this.#restart()
    }, this.#pauseMs)
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS)
  }

  async #restart(): Promise<void> {
    try {
      const { child } = await launch(this.#options)
      if (this.#isStopping) await end(child)
      else this.#watch(child)
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}; trying again\n`)
      if (!this.#isStopping) this.#restartLater()
    }
  }
}

function launch(options: StreamOptions): Promise<{ child: ChildProcess; ports: StreamPorts }> {
  const child = fork(path.join(__dirname, 'main.ts'), {
    execArgv: ['--import', 'tsx'],
    cwd: path.join(__dirname, '../..'),
  })
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new StreamStartError({ code: 'crashed' }))
    child.once('exit', onExit)
    child.on('message', (message: ChildMessage) => {
      if (message.type === 'hello') child.send(options)
      if (message.type === 'ready') {
        child.off('exit', onExit)
        resolve({ child, ports: { httpPort: message.httpPort, rtmpPort: message.rtmpPort } })
      }
      if (message.type === 'failed') {
        reject(new StreamStartError(message.failure))
        child.kill()
      }
    })
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  // a frozen child cannot hear SIGTERM until it runs again
  child.kill('SIGCONT')
  const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  await exited
  clearTimeout(force)
}
