import { setUpApplication } from '../../test/builders/test-application'
import { givenMerchant, givenOnShelf, givenProduct, givenRoom } from '../../test/builders/given'
import { reduceRoom } from '@/domain/room'
import { loadRoomState } from '../_kernel/live/load-rooms'
import { shelf } from './index'

const test = setUpApplication([shelf])

async function aShow(status: 'live' | 'upcoming' | 'ended' = 'live') {
  const host = await test().someone()
  const merchantId = await givenMerchant(test(), host)
  return { host, merchantId, roomId: await givenRoom(test(), merchantId, status) }
}
const events = () => test().chat.notices.flatMap((notice) => (notice.kind === 'event' ? [notice.event] : []))
const eventTypes = () => events().map((event) => event.type)

it('puts products on the shelf under the next number, once', async () => {
  const { host, merchantId, roomId } = await aShow('upcoming')
  const [orange, pear] = [await givenProduct(test(), merchantId), await givenProduct(test(), merchantId)]
  const put = async (productId: string) =>
    (await test().as(host).ask('shelf/put-on-shelf', { roomId, productId })).product
  expect((await put(orange)).position).toBe(1)
  expect((await put(pear)).position).toBe(2)
  expect(await put(orange)).toMatchObject({ position: 1, skus: [{ price: 2990, available: 10 }] })
  await test().as(host).ask('shelf/take-off-shelf', { roomId, productId: orange })
  await test().as(host).ask('shelf/take-off-shelf', { roomId, productId: orange })
  expect((await put(orange)).position).toBe(3)
  expect(eventTypes()).toEqual(['product-shelved', 'product-shelved', 'product-unshelved', 'product-shelved'])
})

it('explains one product at a time, and tells the room when it changes', async () => {
  const { host, merchantId, roomId } = await aShow()
  const [orange, pear] = [await givenProduct(test(), merchantId), await givenProduct(test(), merchantId)]
  await givenOnShelf(test(), roomId, orange, pear)
  const explain = (productId: string) => test().as(host).ask('shelf/explain', { roomId, productId })
  await explain(orange)
  await explain(orange)
  await explain(pear)
  for (let i = 0; i < 2; i += 1) await test().as(host).ask('shelf/stop-explaining', { roomId })
  await explain(orange)
  await test().as(host).ask('shelf/take-off-shelf', { roomId, productId: orange })
  expect((await loadRoomState(test(), roomId))?.explaining).toEqual([])
  expect(eventTypes()).toEqual([
    'explain-started',
    'explain-started',
    'explain-stopped',
    'explain-started',
    'product-unshelved',
  ])
})

it('explains up to three products together, and stops with one of them or with all', async () => {
  const { host, merchantId, roomId } = await aShow()
  const products = []
  for (const name of ['甲', '乙', '丙', '丁']) products.push(await givenProduct(test(), merchantId, { name }))
  await givenOnShelf(test(), roomId, ...products)
  const explaining = async () => (await loadRoomState(test(), roomId))?.explaining
  for (const productId of products)
    await test().as(host).ask('shelf/explain', { roomId, productId, together: true })
  expect(await explaining()).toEqual(products.slice(1))
  const [, second, third, fourth] = products
  // saying it again changes nothing
  await test().as(host).ask('shelf/explain', { roomId, productId: second, together: true })
  for (let i = 0; i < 2; i += 1)
    await test().as(host).ask('shelf/stop-explaining', { roomId, productId: third })
  expect(await explaining()).toEqual([second, fourth])
  await test().as(host).ask('shelf/explain', { roomId, productId: second })
  expect(await explaining()).toEqual([second])
  await test().as(host).ask('shelf/stop-explaining', { roomId })
  expect(await explaining()).toEqual([])
  expect(eventTypes()).toHaveLength(7)
})

it('lets a viewer who reduces the events arrive at the state of the server', async () => {
  const { host, merchantId, roomId } = await aShow()
  const products = []
  for (const name of ['甲', '乙', '丙']) products.push(await givenProduct(test(), merchantId, { name }))
  const snapshot = await loadRoomState(test(), roomId)
  if (!snapshot) throw new Error('no room')
  for (const productId of products) {
    await test().as(host).ask('shelf/put-on-shelf', { roomId, productId })
    await test().as(host).ask('shelf/explain', { roomId, productId, together: true })
  }
  await test().as(host).ask('shelf/take-off-shelf', { roomId, productId: products[2] })
  expect(events().reduce(reduceRoom, snapshot)).toEqual(await loadRoomState(test(), roomId))
})

it('explains only what is on the shelf of a room that is live', async () => {
  const { host, merchantId, roomId } = await aShow('upcoming')
  const productId = await givenProduct(test(), merchantId)
  expect(await test().as(host).refusal('shelf/explain', { roomId, productId })).toBe('room-not-live')
  const live = await givenRoom(test(), merchantId)
  expect(await test().as(host).refusal('shelf/explain', { roomId: live, productId })).toBe(
    'product-off-shelf',
  )
})

it('puts nothing on the shelf of a room that has ended, and nothing that is not there', async () => {
  const { host, merchantId, roomId } = await aShow('ended')
  const productId = await givenProduct(test(), merchantId)
  expect(await test().as(host).refusal('shelf/put-on-shelf', { roomId, productId })).toBe('room-ended')
  const live = await givenRoom(test(), merchantId)
  const nothing = { roomId: live, productId: test().ids.make('product', merchantId) }
  expect(await test().as(host).refusal('shelf/put-on-shelf', nothing)).toBe('product-not-found')
})

it.each(['put-on-shelf', 'take-off-shelf', 'explain', 'stop-explaining'])(
  '%s is for those who work for the shop, in a room that is there',
  async (operation) => {
    const { host, merchantId, roomId } = await aShow()
    const productId = await givenProduct(test(), merchantId)
    const stranger = await test().someone()
    expect(await test().as(stranger).refusal(`shelf/${operation}`, { roomId, productId })).toBe('forbidden')
    const nowhere = test().ids.make('room', merchantId)
    expect(await test().as(host).refusal(`shelf/${operation}`, { roomId: nowhere, productId })).toBe(
      'room-not-found',
    )
  },
)
