import { aPulse } from '../../test/builders/room'
import { setUpApplication } from '../../test/builders/test-application'
import { givenMerchant, givenOnShelf, givenProduct, givenRoom } from '../../test/builders/given'
import { untilTrue } from '../../test/tools/until-true'
import { SECOND } from '@/domain/time'
import { isId, type RoomId } from '@/domain/ids'
import { session } from '../session'
import { rooms } from './index'

const test = setUpApplication([session, rooms])
const nowhere = () => test().ids.make('room', test().ids.make('merchant'))
const pulses = () => test().chat.notices.flatMap((notice) => (notice.kind === 'pulse' ? [notice.pulse] : []))

async function aShow() {
  const host = await test().someone('weapp', '阿岭')
  const merchantId = await givenMerchant(test(), host)
  const roomId = await givenRoom(test(), merchantId)
  return { host, merchantId, roomId }
}

describe('entering', () => {
  it('gives everything a viewer needs in one call', async () => {
    const { merchantId, roomId } = await aShow()
    const orange = await givenProduct(test(), merchantId, {
      skus: [{ name: '5 斤装' }, { name: '10 斤装', available: 0 }],
    })
    const pear = await givenProduct(test(), merchantId, { name: '秋月梨' })
    await givenOnShelf(test(), roomId, pear, orange)
    const viewer = await test().someone('alipay', '小满')
    const entered = await test().as(viewer).ask('rooms/enter', { roomId })
    expect(entered).toMatchObject({
      state: {
        room: { id: roomId, merchantId, merchantName: '云岭果园', status: 'live', picture: 'on' },
        shelf: [
          { id: pear, position: 1 },
          {
            id: orange,
            position: 2,
            skus: [{ name: '5 斤装', price: 2990, available: 10 }, { available: 0 }],
          },
        ],
        explaining: [],
        seq: 0,
      },
      pulse: aPulse({ viewers: 1, likes: 0, came: ['小满'] }),
      asked: [],
      chat: { groupId: roomId, userId: viewer.userId, userSig: `signed-${viewer.userId}` },
      play: { qualities: [{ id: 'origin', flv: `https://play.test/${roomId}.flv` }, { id: 'audio' }] },
      serverTime: test().clock.now(),
      isShared: false,
    })
    expect(test().chat.groups.get(roomId)).toBe('脐橙开园')
    expect(test().chat.people.get(viewer.userId)).toBe('小满')
  })

  it('lets people in while the chat vendor is down', async () => {
    const { roomId } = await aShow()
    test().chat.isDown = true
    const entered = await test()
      .as(await test().someone())
      .ask('rooms/enter', { roomId })
    expect(entered.pulse.viewers).toBe(1)
  })

  it('plays nothing before the show and after it', async () => {
    const { merchantId } = await aShow()
    for (const status of ['upcoming', 'ended'] as const) {
      const roomId = await givenRoom(test(), merchantId, status)
      const viewer = await test().someone()
      expect((await test().as(viewer).ask('rooms/enter', { roomId })).play).toBeNull()
      expect((await test().as(viewer).ask('rooms/play-addresses', { roomId })).play).toBeNull()
    }
  })

  it.each(['enter', 'events', 'pulse', 'leave', 'play-addresses', 'share'])(
    '%s knows no room that is not there',
    async (operation) => {
      const viewer = await test().someone()
      const input = { roomId: nowhere(), likes: 0, since: 0 }
      expect(await test().as(viewer).refusal(`rooms/${operation}`, input)).toBe('room-not-found')
      expect(
        await test()
          .as(viewer)
          .refusal(`rooms/${operation}`, { ...input, roomId: 'r_1' }),
      ).toBe('invalid-request roomId')
    },
  )
})

describe('the counters', () => {
  it('count people who are there, without those who work for the shop', async () => {
    const { host, roomId } = await aShow()
    const viewer = await test().someone()
    await test().as(host).ask('rooms/enter', { roomId })
    await test().as(viewer).ask('rooms/enter', { roomId })
    await test().as(viewer).ask('rooms/enter', { roomId })
    const { pulse } = await test()
      .as(await test().someone())
      .ask('rooms/enter', { roomId })
    expect(pulse.viewers).toBe(2)
  })

  it('lose whoever leaves, and whoever gives no sign of life for 25 seconds', async () => {
    const { roomId } = await aShow()
    const [first, second, third] = [await test().someone(), await test().someone(), await test().someone()]
    for (const viewer of [first, second, third]) await test().as(viewer).ask('rooms/enter', { roomId })
    await test().as(second).ask('rooms/leave', { roomId })
    await test().as(second).ask('rooms/leave', { roomId })
    test().clock.advance(20 * SECOND)
    const { pulse } = await test().as(first).ask('rooms/pulse', { roomId, likes: 0 })
    expect(pulse.viewers).toBe(2)
    test().clock.advance(5 * SECOND)
    await test().tick()
    expect(pulses().at(-1)).toEqual(aPulse({ viewers: 1, likes: 0 }))
  })

  it('sum the likes, at most 100 at a time', async () => {
    const { roomId } = await aShow()
    const [first, second] = [await test().someone(), await test().someone()]
    await test().as(first).ask('rooms/pulse', { roomId, likes: 60 })
    const { pulse } = await test().as(second).ask('rooms/pulse', { roomId, likes: 40 })
    expect(pulse).toEqual(aPulse({ viewers: 2, likes: 100, came: ['小满', '小满'] }))
    for (const likes of [101, -1, 1.5])
      expect(await test().as(first).refusal('rooms/pulse', { roomId, likes })).toBe('invalid-request likes')
  })

  it('change all the same while the chat vendor is down', async () => {
    const { roomId } = await aShow()
    test().chat.isDown = true
    const { pulse } = await test()
      .as(await test().someone())
      .ask('rooms/pulse', { roomId, likes: 3 })
    expect(pulse).toEqual(aPulse({ viewers: 1, likes: 3, came: ['小满'] }))
    expect(test().log.lines.map((line) => line.event)).toEqual(['pulse-failed'])
  })

  it('are broadcast when they change, every three seconds at most', async () => {
    const { roomId } = await aShow()
    const viewer = await test().someone()
    await test().as(viewer).ask('rooms/enter', { roomId })
    await test().as(viewer).ask('rooms/pulse', { roomId, likes: 3 })
    await test().as(viewer).ask('rooms/pulse', { roomId, likes: 0 })
    await test().tick()
    const came = ['小满']
    expect(pulses()).toEqual([aPulse({ viewers: 1, likes: 0, came })])
    test().clock.advance(3 * SECOND)
    await test().tick()
    await test().tick()
    expect(pulses()).toEqual([aPulse({ viewers: 1, likes: 0, came }), aPulse({ viewers: 1, likes: 3, came })])
  })

  it('reach every room although the vendor leaves a notice to one of them without an answer', async () => {
    const { merchantId, roomId } = await aShow()
    const all = [roomId]
    for (let more = 0; more < 4; more += 1) all.push(await givenRoom(test(), merchantId))
    // who comes second is not told at once: the room has just heard of the first
    for (const one of [...all, ...all])
      await test()
        .as(await test().someone())
        .ask('rooms/enter', { roomId: one })
    test().clock.advance(3 * SECOND)
    const reached = new Set<RoomId>()
    let answerAtLast = (): void => undefined
    const answer = new Promise<void>((resolve) => (answerAtLast = resolve))
    const notify = jest.spyOn(test().chat, 'notify').mockImplementation((room) => {
      reached.add(room)
      return room === roomId ? answer : Promise.resolve()
    })
    const ticking = test().tick()
    await untilTrue(() => reached.size === all.length)
    answerAtLast()
    await ticking
    notify.mockRestore()
  })
})

describe('sharing', () => {
  const claimsOf = (token: string) => test().signer.verify('sharer', token)

  it('names the sharer and where they are', async () => {
    const { roomId } = await aShow()
    const sharer = await test().someone('alipay')
    const shared = await test().as(sharer).ask('rooms/share', { roomId })
    expect(claimsOf(shared.sharerToken)).toMatchObject({
      value: { room: roomId, sharer: sharer.userId, channel: 'alipay' },
    })
    expect(shared).toMatchObject({
      link: `https://shop.test/r/${roomId}?t=${shared.sharerToken}`,
      title: '脐橙开园',
      pictureUrl: 'https://shop.test/media/cover.jpg',
    })
  })

  it('is believed for thirty days, in that room, by everybody else', async () => {
    const { roomId, merchantId } = await aShow()
    const other = await givenRoom(test(), merchantId)
    const [sharer, viewer] = [await test().someone(), await test().someone()]
    const { sharerToken } = await test().as(sharer).ask('rooms/share', { roomId })
    const isShared = async (actor: typeof viewer, id: RoomId, token: string) =>
      (await test().as(actor).ask('rooms/enter', { roomId: id, sharerToken: token })).isShared
    expect(await isShared(viewer, roomId, sharerToken)).toBe(true)
    expect(await isShared(viewer, roomId, `${sharerToken}x`)).toBe(false)
    expect(await isShared(viewer, other, sharerToken)).toBe(false)
    expect(await isShared(sharer, roomId, sharerToken)).toBe(false)
    const strange = test().signer.sign('sharer', { room: roomId }, Number.MAX_SAFE_INTEGER)
    expect(await isShared(viewer, roomId, strange)).toBe(false)
    const late = await test().someone()
    test().clock.advance(30 * 86_400 * SECOND)
    const fresh = test().signer.sign('session', { user: late.userId, host: 'weapp' }, Number.MAX_SAFE_INTEGER)
    expect(await isShared({ ...late, token: fresh }, roomId, sharerToken)).toBe(false)
  })
})

describe('the feed', () => {
  it('shows live rooms, then what begins next, then what ended last', async () => {
    const { roomId: live, merchantId } = await aShow()
    const ended = await givenRoom(test(), merchantId, 'ended')
    test().clock.advance(SECOND)
    const justEnded = await givenRoom(test(), merchantId, 'ended')
    const upcoming = await givenRoom(test(), merchantId, 'upcoming')
    const products = []
    for (const name of ['甲', '乙', '丙', '丁'])
      products.push(await givenProduct(test(), merchantId, { name }))
    await givenOnShelf(test(), live, ...products)
    await test()
      .as(await test().someone())
      .ask('rooms/pulse', { roomId: live, likes: 5 })
    const { rooms: cards } = await test().as(null).ask('rooms/list')
    expect(cards.map((card) => card.room.id)).toEqual([live, upcoming, justEnded, ended])
    expect(cards[0]).toMatchObject({ viewers: 1, likes: 5 })
    expect(cards[0]?.products.map((product) => product.name)).toEqual(['甲', '乙', '丙'])
    expect(cards.every((card) => isId('room', card.room.id))).toBe(true)
  })
})
