import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findPostgresBin } from './find-tools'
import { freePort } from './free-port'

export interface ThrowAwayPostgres {
  readonly url: string
  /** The server is gone at once, as when its machine is; what it had promised to keep is kept if it is `durable`. */
  interrupt(): Promise<void>
  /** It is there again, with what it kept. */
  resume(): Promise<void>
  stop(): Promise<void>
}

interface Account {
  readonly uid: number
  readonly gid: number
}

interface Cluster {
  readonly bin: string
  readonly home: string
  readonly account: Account | undefined
}

/**
 * A PostgreSQL cluster of its own in a temporary folder, on a loopback port, gone after stop().
 * `durable` keeps fsync on, for measuring; tests do without, their data dies with them anyway.
 */
export async function startPostgres(
  options: { readonly durable?: boolean } = {},
): Promise<ThrowAwayPostgres> {
  const cluster = createCluster()
  const port = await freePort()
  const start = () => spawnServer(cluster, port, options.durable === true)
  let server = start()
  const killAtExit = () => server.kill('SIGQUIT')
  process.once('exit', killAtExit)
  try {
    await untilReady(server)
  } catch (error) {
    rmSync(cluster.home, { recursive: true, force: true })
    throw error
  }
  return {
    url: `postgres://livestall@127.0.0.1:${port}/postgres`,
    interrupt: () => exitOf(server, 'SIGQUIT'),
    async resume() {
      server = start()
      await untilReady(server)
    },
    async stop() {
      process.removeListener('exit', killAtExit)
      await exitOf(server, 'SIGQUIT')
      rmSync(cluster.home, { recursive: true, force: true })
    },
  }
}

function createCluster(): Cluster {
  const bin = findPostgresBin()
  if (bin === undefined)
    throw new Error('PostgreSQL is not installed: run npm run test:contract, which brings it')
  const home = mkdtempSync(path.join(tmpdir(), 'livestall-postgres-'))
  const account = unprivileged()
  if (account !== undefined) chownSync(home, account.uid, account.gid)
  const args = [
    '-D',
    path.join(home, 'data'),
    '-U',
    'livestall',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '-N',
  ]
  execFileSync(path.join(bin, 'initdb'), args, { ...account, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] })
  return { bin, home, account }
}

function spawnServer({ bin, home, account }: Cluster, port: number, durable: boolean): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
  const args = ['-D', path.join(home, 'data'), '-p', String(port), ...settings.flatMap((set) => ['-c', set])]
  return spawn(path.join(bin, 'postgres'), args, {
    ...account,
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

function untilReady(server: ChildProcess): Promise<void> {
  let log = ''
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start\n${log}`)))
    server.stderr?.on('data', (chunk: Buffer) => {
      if (log.length < 10_000) log += chunk.toString()
      if (log.includes('ready to accept connections')) resolve()
    })
  })
}

function exitOf(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill(signal)
  })
}

/** PostgreSQL refuses to run as root, as CI machines do: then it runs as its own account, or as nobody. */
function unprivileged(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout),
    )
    if (uid && gid) return { uid, gid }
  }
  throw new Error('no account to run PostgreSQL as: neither postgres nor nobody exists')
}
