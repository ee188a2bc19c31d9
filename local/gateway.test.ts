import { connect } from 'node:net'
import { once } from 'node:events'
import { freePort } from '../test/tools/free-port'
import { openGateway, type GatewayParts } from './gateway'

const answer = (text: string) => () => new Response(text)
const parts = (overrides: Partial<GatewayParts> = {}): GatewayParts => ({
  functions: answer('functions'),
  sandbox: answer('sandbox'),
  imRest: answer('im'),
  files: answer('files'),
  upgradeIm: () => false,
  streamPort: 1,
  ...overrides,
})

describe('the gateway', () => {
  it('says to wait until the product is there, then sends each path to its part', async () => {
    const port = await freePort()
    const gateway = await openGateway(port)
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
    expect(await get('/')).toContain('正在启动')
    gateway.open(parts())
    expect(
      await Promise.all(
        ['/', '/api/rooms/list', '/r/x?t=1', '/sandbox/im/v4/x', '/sandbox/cashier/x'].map(get),
      ),
    ).toEqual(['files', 'functions', 'functions', 'im', 'sandbox'])
    await gateway.close()
  })

  it('answers 404 for a stream while the video server is gone', async () => {
    const port = await freePort()
    const gateway = await openGateway(port)
    gateway.open(parts({ streamPort: await freePort() }))
    expect((await fetch(`http://127.0.0.1:${port}/live/room.flv`)).status).toBe(404)
    await gateway.close()
  })

  it('refuses a port that is taken', async () => {
    const port = await freePort()
    const gateway = await openGateway(port)
    await expect(openGateway(port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await gateway.close()
  })

  it('closes although a chat is open', async () => {
    const port = await freePort()
    const gateway = await openGateway(port)
    const taken = new Promise<void>((resolve) => {
      gateway.open(
        parts({
          upgradeIm: () => {
            resolve()
            return true
          },
        }),
      )
    })
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /im/binfo HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    await taken
    const cut = once(socket, 'close')
    await Promise.all([gateway.close(), cut])
  })
})
