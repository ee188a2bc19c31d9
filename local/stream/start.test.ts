import { once } from 'node:events'
import { connect } from 'node:net'
import { startStreamServer } from './start'
import type { StreamServer } from './start'

const options = { httpPort: 0, rtmpPort: 0, loops: {}, playKey: 'play', pushKey: 'push' }

/** Resolves when the port answers; each try waits for the one before, so it neither spins nor sleeps. */
async function answers(port: number): Promise<void> {
  const reply = await fetch(`http://127.0.0.1:${port}/live/x.flv`, { method: 'HEAD' }).catch(() => null)
  if (!reply) await answers(port)
}

describe('startStreamServer', () => {
  let server: StreamServer

  beforeEach(async () => {
    server = await startStreamServer(options)
  })
  afterEach(() => server.stop())

  it('serves from a child process', async () => {
    expect(server.pid()).not.toBe(process.pid)
    const reply = await fetch(`http://127.0.0.1:${server.httpPort}/live/x.flv`)
    expect(reply.status).toBe(403)
  })

  it('comes back on the same ports after it was killed', async () => {
    const before = server.pid()
    const held = connect(server.rtmpPort, '127.0.0.1')
    held.on('error', () => undefined)
    await once(held, 'connect')
    const closed = new Promise((resolve) => held.once('close', resolve))
    server.kill()
    await closed
    await answers(server.httpPort)
    expect(server.pid()).not.toBe(before)
  })

  it('stops even when it is frozen', async () => {
    server.freeze()
    await server.stop()
    expect(server.pid()).toBeUndefined()
    await expect(fetch(`http://127.0.0.1:${server.httpPort}/`)).rejects.toThrow('fetch failed')
  })

  it('says which port is taken', async () => {
    const again = startStreamServer({ ...options, httpPort: server.httpPort })
    await expect(again).rejects.toMatchObject({ failure: { code: 'port-taken', port: server.httpPort } })
  })

  it('refuses options that make no sense', async () => {
    const nonsense = startStreamServer({ ...options, playKey: '' })
    await expect(nonsense).rejects.toMatchObject({ failure: { code: 'invalid-options' } })
  })

  it('is a sandbox part: production refuses it', async () => {
    const before = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    await expect(startStreamServer(options)).rejects.toThrow('sandbox')
    process.env.NODE_ENV = before
  })
})
