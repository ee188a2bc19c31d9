import { setUpApplication } from '../../test/builders/test-application'
import type { Actor } from '../../test/builders/test-application'
import { givenMerchant, givenOnShelf, givenProduct, givenRoom } from '../../test/builders/given'
import { SECOND } from '@/domain/time'
import { rooms } from '../rooms'
import { shelf } from './index'

const test = setUpApplication([rooms, shelf])

async function aShow(status: 'live' | 'upcoming' | 'ended' = 'live') {
  const host = await test().someone()
  const merchantId = await givenMerchant(test(), host)
  const roomId = await givenRoom(test(), merchantId, status)
  const orange = await givenProduct(test(), merchantId)
  const pear = await givenProduct(test(), merchantId)
  await givenOnShelf(test(), roomId, orange, pear)
  const ask = async (viewer: Actor, productId = orange) =>
    (await test().as(viewer).ask('shelf/ask-to-explain', { roomId, productId })).asks
  const asHost = (
    operation: 'explain' | 'stop-explaining' | 'take-off-shelf' | 'put-on-shelf',
    of = orange,
  ) => test().as(host).ask(`shelf/${operation}`, { roomId, productId: of })
  const seenBy = async (viewer: Actor) => {
    const { pulse, asked } = await test().as(viewer).ask('rooms/enter', { roomId })
    return { asks: pulse.asks, asked }
  }
  return { host, merchantId, roomId, orange, pear, ask, asHost, seenBy }
}
const pulses = () => test().chat.notices.flatMap((notice) => (notice.kind === 'pulse' ? [notice.pulse] : []))

it('counts people, not taps', async () => {
  const { orange, pear, ask, seenBy } = await aShow()
  const [lin, wang] = [await test().someone('weapp'), await test().someone('alipay')]
  expect(await ask(lin)).toBe(1)
  expect(await ask(lin)).toBe(1)
  expect(await ask(wang)).toBe(2)
  expect(await ask(lin)).toBe(2)
  expect(await ask(wang, pear)).toBe(1)
  expect(await seenBy(lin)).toEqual({ asks: { [orange]: 2, [pear]: 1 }, asked: [orange] })
  expect((await seenBy(await test().someone())).asked).toEqual([])
})

it('counts a double tap once', async () => {
  const { ask } = await aShow()
  const lin = await test().someone()
  expect(await Promise.all([ask(lin), ask(lin), ask(lin)])).toEqual([1, 1, 1])
})

it('goes back to nobody when the product is explained, and may be asked for again after', async () => {
  const { orange, pear, ask, asHost, seenBy } = await aShow()
  const [lin, wang] = [await test().someone(), await test().someone()]
  for (const viewer of [lin, wang]) await ask(viewer)
  await ask(lin, pear)
  await asHost('explain')
  expect(await seenBy(lin)).toEqual({ asks: { [pear]: 1 }, asked: [pear] })
  expect(await ask(lin)).toBe(0)
  expect((await seenBy(lin)).asked).toEqual([pear])
  await asHost('stop-explaining')
  expect(await ask(lin)).toBe(1)
  expect((await seenBy(wang)).asks).toEqual({ [orange]: 1, [pear]: 1 })
})

it('is over when the product leaves the shelf', async () => {
  const { ask, asHost, seenBy } = await aShow()
  const lin = await test().someone()
  await ask(lin)
  await asHost('take-off-shelf')
  expect(await seenBy(lin)).toEqual({ asks: {}, asked: [] })
  await asHost('put-on-shelf')
  expect(await ask(lin)).toBe(1)
})

it('tells the room with the pulse: a crowd makes one notice in three seconds', async () => {
  const { orange, ask, asHost } = await aShow()
  const crowd = []
  for (let person = 0; person < 12; person += 1) crowd.push(await test().someone())
  for (const viewer of crowd) await ask(viewer)
  for (const viewer of crowd) await ask(viewer)
  expect(pulses().map(({ asks }) => asks)).toEqual([{ [orange]: 1 }])
  test().clock.advance(3 * SECOND)
  await test().tick()
  expect(pulses().map(({ asks }) => asks)).toEqual([{ [orange]: 1 }, { [orange]: 12 }])
  test().clock.advance(3 * SECOND)
  await asHost('explain')
  expect(pulses().at(-1)?.asks).toEqual({})
})

it('is for a show that is live, and for what is on its shelf', async () => {
  const lin = await test().someone()
  for (const status of ['upcoming', 'ended'] as const) {
    const { roomId, orange: productId } = await aShow(status)
    expect(await test().as(lin).refusal('shelf/ask-to-explain', { roomId, productId })).toBe('room-not-live')
  }
  const { merchantId, roomId } = await aShow()
  const productId = await givenProduct(test(), merchantId)
  expect(await test().as(lin).refusal('shelf/ask-to-explain', { roomId, productId })).toBe(
    'product-off-shelf',
  )
  const nowhere = { roomId: test().ids.make('room', merchantId), productId }
  expect(await test().as(lin).refusal('shelf/ask-to-explain', nowhere)).toBe('room-not-found')
})

it('counts neither guests of a browser nor those who work for the shop', async () => {
  const { host, roomId, orange: productId, seenBy } = await aShow()
  for (const actor of [host, await test().someone('h5')])
    expect(await test().as(actor).refusal('shelf/ask-to-explain', { roomId, productId })).toBe('forbidden')
  expect(await test().as(null).refusal('shelf/ask-to-explain', { roomId, productId })).toBe('unauthenticated')
  expect((await seenBy(host)).asks).toEqual({})
})
