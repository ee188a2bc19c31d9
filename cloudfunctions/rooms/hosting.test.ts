import { setUpApplication } from '../../test/builders/test-application'
import { givenMerchant, givenRoom } from '../../test/builders/given'
import type { Context } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { rooms } from './index'

const test = setUpApplication([rooms])

async function aShop() {
  const host = await test().someone()
  return { host, merchantId: await givenMerchant(test(), host) }
}
const eventTypes = () =>
  test().chat.notices.flatMap((notice) => (notice.kind === 'event' ? [notice.event.type] : []))

describe('planning', () => {
  it('makes an upcoming room under the logo of the shop', async () => {
    const { host, merchantId } = await aShop()
    const startsAt = test().clock.now() + 3_600_000
    const { room } = await test().as(host).ask('rooms/create', { merchantId, title: ' 秋梨专场 ', startsAt })
    expect(room).toMatchObject({
      merchantId,
      title: '秋梨专场',
      coverUrl: '/media/logo.jpg',
      status: 'upcoming',
      picture: 'away',
      startsAt,
    })
    const { rooms: mine } = await test().as(host).ask('rooms/list-mine', { merchantId })
    expect(mine.map((card) => card.room)).toEqual([room])
  })

  it('takes a cover that is an uploaded picture of the shop, or at an https address', async () => {
    const { host, merchantId } = await aShop()
    const own = `/media/${test().ids.make('picture', merchantId)}`
    const foreign = `/media/${test().ids.make('picture', test().ids.make('merchant'))}`
    const answer = (coverUrl: string) =>
      test().as(host).refusal('rooms/create', { merchantId, title: '梨', startsAt: 0, coverUrl })
    for (const coverUrl of [own, 'https://cdn.example.com/a.jpg?x=1'])
      expect(await answer(coverUrl)).toBe('ok')
    for (const coverUrl of [
      foreign,
      '/media/x',
      'http://a.example/a.jpg',
      'javascript:alert(1)',
      'https://"onload=',
    ])
      expect(await answer(coverUrl)).toBe('picture-invalid coverUrl')
  })

  it.each(['create', 'list-mine'])('%s is for those who work for the shop', async (operation) => {
    const { merchantId } = await aShop()
    const input = { merchantId, title: '梨', startsAt: 0 }
    expect(
      await test()
        .as(await test().someone())
        .refusal(`rooms/${operation}`, input),
    ).toBe('forbidden')
    expect(await test().as(null).refusal(`rooms/${operation}`, input)).toBe('unauthenticated')
  })
})

describe('the show', () => {
  it('starts once and ends once, and everybody is told', async () => {
    const { host, merchantId } = await aShop()
    const roomId = await givenRoom(test(), merchantId, 'upcoming')
    expect(await test().as(host).refusal('rooms/end', { roomId })).toBe('room-not-live')
    for (let i = 0; i < 2; i += 1)
      expect((await test().as(host).ask('rooms/start', { roomId })).room.status).toBe('live')
    expect(test().chat.groups.get(roomId)).toBe('脐橙开园')
    for (let i = 0; i < 2; i += 1)
      expect((await test().as(host).ask('rooms/end', { roomId })).room.status).toBe('ended')
    expect(await test().as(host).refusal('rooms/start', { roomId })).toBe('room-ended')
    expect(eventTypes()).toEqual(['room-started', 'room-ended'])
  })

  it('starts while the chat vendor is down, and is told about when it is back', async () => {
    const { host, merchantId } = await aShop()
    const roomId = await givenRoom(test(), merchantId, 'upcoming')
    test().chat.isDown = true
    await test().as(host).ask('rooms/start', { roomId })
    test().chat.isDown = false
    await test().tick()
    expect(eventTypes()).toEqual([])
    test().clock.advance(10_000)
    await test().tick()
    await test().tick()
    expect(eventTypes()).toEqual(['room-started'])
  })

  it('tells its events again to who missed them, in order and in pages', async () => {
    const { host, merchantId } = await aShop()
    const roomId = await givenRoom(test(), merchantId, 'upcoming')
    await test().as(host).ask('rooms/start', { roomId })
    await test().as(host).ask('rooms/end', { roomId })
    const viewer = await test().someone()
    const all = await test().as(viewer).ask('rooms/events', { roomId, since: 0 })
    expect(all).toEqual({
      newest: 2,
      events: [
        { seq: 1, at: test().clock.now(), type: 'room-started' },
        { seq: 2, at: test().clock.now(), type: 'room-ended' },
      ],
    })
    expect((await test().as(viewer).ask('rooms/events', { roomId, since: 2 })).events).toEqual([])
  })

  it('writes no event apart from the change that it tells', async () => {
    const { merchantId } = await aShop()
    const roomId = await givenRoom(test(), merchantId)
    const context: Context = {
      ...test().ports,
      db: test().db,
      trade: test().trade,
      afterCommit: () => undefined,
    }
    await expect(appendRoomEvent(context, roomId, { type: 'room-ended' })).rejects.toThrow('together with')
  })

  it('gives the push address to the shop only, and not after the show', async () => {
    const { host, merchantId } = await aShop()
    const roomId = await givenRoom(test(), merchantId)
    const address = await test().as(host).ask('rooms/push-address', { roomId })
    expect(address).toMatchObject({ server: 'rtmp://push.test/live', key: `${roomId}?secret=1` })
    expect(
      await test()
        .as(await test().someone())
        .refusal('rooms/push-address', { roomId }),
    ).toBe('forbidden')
    const ended = await givenRoom(test(), merchantId, 'ended')
    expect(await test().as(host).refusal('rooms/push-address', { roomId: ended })).toBe('room-ended')
  })

  it.each(['start', 'end', 'push-address'])('%s knows no room that is not there', async (operation) => {
    const { host, merchantId } = await aShop()
    const roomId = test().ids.make('room', merchantId)
    expect(await test().as(host).refusal(`rooms/${operation}`, { roomId })).toBe('room-not-found')
  })
})

describe('notices of the live vendor', () => {
  const notify = (stream: string, kind: string, sequence: string) =>
    test().post('/notify/stream', JSON.stringify({ stream, kind, sequence, signature: 'good' }))
  const pictureOf = async (roomId: string) =>
    (await test().as(null).ask('rooms/list')).rooms.find((card) => card.room.id === roomId)?.room.picture
  const aRoom = async () => givenRoom(test(), (await aShop()).merchantId)

  it('switch the picture and are told once, however often they come', async () => {
    const roomId = await aRoom()
    await notify(roomId, 'published', 'push-1')
    for (let i = 0; i < 2; i += 1) expect((await notify(roomId, 'stopped', 'push-1')).status).toBe(200)
    expect(await pictureOf(roomId)).toBe('away')
    await notify(roomId, 'published', 'push-1')
    expect(await pictureOf(roomId)).toBe('away')
    await notify(roomId, 'published', 'push-2')
    expect(await pictureOf(roomId)).toBe('on')
    expect(eventTypes()).toEqual(['picture-changed', 'picture-changed'])
  })

  it('ignore the stop of a push that another one has followed', async () => {
    const roomId = await aRoom()
    await notify(roomId, 'published', 'push-1')
    await notify(roomId, 'published', 'push-2')
    await notify(roomId, 'stopped', 'push-1')
    expect(await pictureOf(roomId)).toBe('on')
  })

  it('change nothing in a room that has ended', async () => {
    const roomId = await givenRoom(test(), (await aShop()).merchantId, 'ended')
    await notify(roomId, 'published', 'push-1')
    expect(eventTypes()).toEqual([])
  })

  it('are refused when forged, malformed, or about no room of ours', async () => {
    const roomId = await aRoom()
    const forged = JSON.stringify({ stream: roomId, kind: 'stopped', sequence: 'push-1' })
    expect((await test().post('/notify/stream', forged)).status).toBe(403)
    expect((await test().post('/notify/stream/secret', 'not json')).status).toBe(403)
    expect((await notify('somebody-else', 'stopped', 'push-1')).status).toBe(404)
    expect((await notify(test().ids.make('room', test().ids.make('merchant')), 'stopped', '1')).status).toBe(
      404,
    )
    expect(await pictureOf(roomId)).toBe('on')
  })
})
