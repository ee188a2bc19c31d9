import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../tools/free-port'
import { runProduct, StartFailed } from '../tools/run-product'
import { ApiClient } from './api-client'
import { orchardLive } from './seeded'

const START_MS = 180_000

describe('npm start', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'livestall-start-'))
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true })
  })

  it(
    'refuses a second start on the same port or the same data, says why, and keeps the data over a restart',
    async () => {
      const [port, rtmpPort] = [await freePort(), await freePort()]
      const first = await runProduct({ dataDir, port, rtmpPort })
      const viewer = await ApiClient.as(first.url, 'wechat-lin')
      const address = { name: '林小满', phone: '13900139000', region: '上海市', detail: '南京西路 1 号' }
      const saved = await viewer.ask<'session', 'save-address'>('session/save-address', address)

      const samePort = await runProduct({ port }).catch((cause: unknown) => cause)
      expect(samePort).toBeInstanceOf(StartFailed)
      expect(samePort).toMatchObject({
        exitCode: 1,
        output: expect.stringContaining(`端口 ${port} 已被占用`),
      })
      const sameData = await runProduct({ dataDir }).catch((cause: unknown) => cause)
      expect(sameData).toMatchObject({
        exitCode: 1,
        output: expect.stringContaining('正被另一个 npm start 使用'),
      })

      expect((await viewer.ask<'rooms', 'list'>('rooms/list')).rooms.length).toBeGreaterThan(3)
      await first.interrupt()
      await expect(fetch(first.url)).rejects.toThrow('fetch failed')

      const second = await runProduct({ dataDir, port, rtmpPort })
      const { addresses } = await viewer.ask<'session', 'list-addresses'>('session/list-addresses')
      expect(addresses.map(({ id }) => id)).toContain(saved.id)
      await second.stop()
    },
    START_MS,
  )

  it(
    'never starts in production',
    async () => {
      const failed = await runProduct({ env: { NODE_ENV: 'production' } }).catch((cause: unknown) => cause)
      expect(failed).toMatchObject({
        exitCode: 1,
        output: expect.stringContaining('never runs in production'),
      })
    },
    START_MS,
  )
})

describe('bad input', () => {
  let product: Awaited<ReturnType<typeof runProduct>>
  let viewer: ApiClient
  beforeAll(async () => {
    product = await runProduct()
    viewer = await ApiClient.as(product.url, 'wechat-zhou')
  }, START_MS)
  afterAll(() => product.stop())

  it.each([
    ['an unknown room', 'rooms/enter', { roomId: 'r_orchard0nowhere00000' }, 'room-not-found'],
    ['no room at all', 'rooms/enter', { roomId: '1 or 1=1' }, 'invalid-request'],
    ['an operation that does not exist', 'rooms/explode', {}, 'not-found'],
    ['somebody else’s order', 'orders/get-order', { orderId: 'o_orchard0000000000000' }, 'order-not-found'],
    ['a body that is not JSON', 'rooms/enter', '{"roomId":', 'invalid-request'],
    ['a body that is a list', 'rooms/enter', [], 'invalid-request'],
    ['the host’s work from a viewer', 'rooms/end', { roomId: orchardLive }, 'forbidden'],
  ])('%s is refused with a code', async (_what, name, input, code) => {
    expect(await viewer.refusal(name, input)).toBe(code)
  })

  it('a session that is forged is refused, and none is asked to sign in', async () => {
    expect(await viewer.withToken('forged.token').refusal('orders/list-orders')).toBe('unauthenticated')
    expect(await ApiClient.nobody(product.url).refusal('orders/list-orders')).toBe('unauthenticated')
  })

  it.each(['wechat-pay', 'alipay', 'stream', 'im/guess'])(
    'a forged notice of %s is refused',
    async (from) => {
      const reply = await fetch(`${product.url}/notify/${from}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ out_trade_no: 'pay_00000000000000000000', trade_state: 'SUCCESS' }),
      })
      expect(reply.status).toBeLessThan(500)
      // Alipay's way to refuse is any body but `success`, whatever the status.
      if (from === 'alipay') expect(await reply.text()).toBe('fail')
      else expect(reply.status).toBeGreaterThanOrEqual(400)
    },
  )
})
