import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { runTool } from '../../config/run-tool'
import { inProject } from '../../config/paths'
import { ensureTools } from '../tools/ensure'
import { freePort } from '../tools/free-port'
import { startPostgres, type ThrowAwayPostgres } from '../tools/postgres'
import { deploymentEnvironment } from './deployment-environment'

const run = promisify(execFile)
const signedIn = v.object({
  ok: v.literal(true),
  data: v.object({ token: v.string(), profile: v.unknown() }),
})
// the log is on the one stream, so the reply goes out on the other
const callMain = `require(process.argv[1]).main(JSON.parse(process.argv[2]), {})
  .then((reply) => { process.stderr.write(JSON.stringify(reply), () => process.exit(0)) })`

let postgres: ThrowAwayPostgres
let container: ChildProcess
let containerUrl: string
let environment: NodeJS.ProcessEnv

/** As the cloud does it: a process of its own, the caller told by the environment, one call of `main`. */
async function invoke(
  name: string,
  event: object,
  told: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const folder = inProject('dist/cloudfunctions', name)
  const env = { ...environment, ...told }
  const { stderr } = await run(process.execPath, ['-e', callMain, folder, JSON.stringify(event)], { env })
  return JSON.parse(stderr)
}

async function post(path: string, input: object, token?: string): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const reply = await fetch(`${containerUrl}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(input),
  })
  return reply.json()
}

/** A container that cannot start says why and ends: then there is nothing to wait for. */
async function untilServed(server: ChildProcess, url: string): Promise<void> {
  let said = ''
  server.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const isServed = async () => (await fetch(`${url}/healthz`).catch(() => undefined))?.ok === true
  while (!(await isServed())) {
    if (server.exitCode !== null) throw new Error(`the container ended: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

beforeAll(async () => {
  ensureTools(['postgres'])
  const { passed, output } = await runTool('tsx', ['config/build-functions.ts'])
  if (!passed) throw new Error(output)
  postgres = await startPostgres()
  const port = await freePort()
  environment = { PATH: process.env.PATH, ...deploymentEnvironment(postgres.url), PORT: String(port) }
  containerUrl = `http://127.0.0.1:${port}`
  container = spawn(process.execPath, ['main.js'], {
    cwd: inProject('dist/container'),
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await untilServed(container, containerUrl)
}, 120_000)

afterAll(async () => {
  container.kill('SIGTERM')
  await postgres.stop()
})

it('answers an event as HTTP answers a request', async () => {
  const overHttp = await post('/api/rooms/list', {})
  expect(overHttp).toMatchObject({ ok: true, data: { rooms: [] } })
  expect(await invoke('rooms', { operation: 'list', input: {} })).toMatchObject({
    ok: true,
    data: { rooms: [] },
  })
})

it('refuses the same things in the same words', async () => {
  const input = { roomId: 'nonsense' }
  expect(await invoke('rooms', { operation: 'events', input })).toMatchObject(
    withoutCorrelation(await post('/api/rooms/events', input)),
  )
  expect(await invoke('orders', { operation: 'no-such-thing' })).toMatchObject(
    withoutCorrelation(await post('/api/orders/no-such-thing', {})),
  )
})

it('knows the caller that WeChat cloud names, and HTTP knows the same person afterwards', async () => {
  const told = {
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_OPENID: 'openid-of-lin',
    WX_APPID: 'wx0000000000000001',
  }
  const event = { operation: 'sign-in', input: { host: 'weapp', code: 'cloud' } }
  const { data } = v.parse(signedIn, await invoke('session', event, told))
  expect(await post('/api/session/me', {}, data.token)).toEqual({ ok: true, data: data.profile })
  expect(await invoke('session', { operation: 'me', token: data.token })).toEqual({
    ok: true,
    data: data.profile,
  })
})

it('does not believe an event that names its own caller', async () => {
  const event = { operation: 'sign-in', input: { host: 'weapp', code: 'cloud' }, WX_OPENID: 'openid-of-lin' }
  expect(await invoke('session', event)).toMatchObject({ ok: false })
})

it('wakes up for a timer', async () => {
  expect(await invoke('orders', { Type: 'Timer', TriggerName: 'tick' })).toEqual({ ok: true, data: {} })
})

it('says by name what its environment lacks', async () => {
  const call = invoke('rooms', { operation: 'list' }, { LIVE_PLAY_KEY: '', ALIPAY_APP_ID: '' })
  await expect(call).rejects.toThrow('missing in the environment: LIVE_PLAY_KEY, ALIPAY_APP_ID')
})

/** A correlation id is made for each call; everything else must agree. */
function withoutCorrelation(reply: unknown): object {
  const { error } = v.parse(v.object({ error: v.looseObject({}) }), reply)
  const { correlationId: _, ...told } = error
  return { ok: false, error: told }
}
