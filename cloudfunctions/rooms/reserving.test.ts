import { MINUTE } from '@/domain/time'
import type { RoomId } from '@/domain/ids'
import { givenMerchant, givenRoom } from '../../test/builders/given'
import { RecordingMessages } from '../../test/builders/recording-messages'
import { type Actor, setUpApplication } from '../../test/builders/test-application'
import { createApplication } from '../_kernel/application'
import { rooms } from './index'

const test = setUpApplication([rooms])

async function aShowToCome() {
  const host = await test().someone('weapp', '阿岭')
  const merchantId = await givenMerchant(test(), host)
  return { host, roomId: await givenRoom(test(), merchantId, 'upcoming') }
}
const reserve = (who: Actor, roomId: RoomId, isGranted = true) =>
  test().as(who).ask<'rooms', 'reserve'>('rooms/reserve', { roomId, isGranted })
const hostUserOf = ({ host, userId }: Actor) => `${host}-${userId}`
const told = () =>
  Object.values(test().subscribeMessages)
    .flatMap((messages) => messages.told)
    .map(({ to }) => to.hostUserId)
const settle = async () => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** Another process on the same database, with its own line to the hosts. */
function anotherInstance() {
  const weapp = new RecordingMessages('start-template')
  const ports = { ...test().ports, subscribeMessages: { ...test().subscribeMessages, weapp } }
  return { weapp, application: createApplication({ db: test().db, ports, functions: [rooms] }) }
}

describe('a reservation', () => {
  it('is counted truly, and is on the list of whoever made it', async () => {
    const { roomId } = await aShowToCome()
    const [mei, lan] = [await test().someone(), await test().someone('alipay')]
    const standing = (who: Actor) => test().as(who).ask('rooms/get-reservation', { roomId })
    expect(await standing(mei)).toEqual({ reserved: 0, isReserved: false, template: 'start-template' })
    expect(await reserve(mei, roomId)).toEqual({ reserved: 1, permissions: 1 })
    expect(await reserve(lan, roomId, false)).toEqual({ reserved: 2, permissions: 0 })
    expect(await standing(lan)).toEqual({ reserved: 2, isReserved: true, template: 'start-entity' })
    expect(await test().as(mei).ask('rooms/list-reservations')).toEqual({
      rooms: [roomId],
      template: 'start-template',
    })
  })

  it('adds up what was allowed, up to five, and nothing for one tap that was sent twice', async () => {
    const { roomId } = await aShowToCome()
    const mei = await test().someone()
    const input = { roomId, isGranted: true }
    for (let tap = 0; tap < 2; tap += 1) await test().as(mei).ask('rooms/reserve', input, 'one-same-tap')
    expect(await reserve(mei, roomId)).toEqual({ reserved: 1, permissions: 2 })
    for (let tap = 0; tap < 4; tap += 1) await reserve(mei, roomId)
    expect(await reserve(mei, roomId, false)).toEqual({ reserved: 1, permissions: 5 })
  })

  it('from a browser carries no message, whatever it says', async () => {
    const { roomId } = await aShowToCome()
    const guest = await test().someone('h5')
    expect(await reserve(guest, roomId)).toEqual({ reserved: 1, permissions: 0 })
  })

  it('is given up, once or twice', async () => {
    const { roomId } = await aShowToCome()
    const mei = await test().someone()
    await reserve(mei, roomId)
    for (let tap = 0; tap < 2; tap += 1)
      expect(await test().as(mei).ask('rooms/cancel-reservation', { roomId })).toEqual({ reserved: 0 })
    expect(await test().as(mei).ask('rooms/list-reservations')).toMatchObject({ rooms: [] })
  })

  it.each([
    ['live', 'room-started'],
    ['ended', 'room-ended'],
  ] as const)('of a show that is %s is refused', async (status, code) => {
    const roomId = await givenRoom(test(), await givenMerchant(test()), status)
    const mei = test().as(await test().someone())
    expect(await mei.refusal('rooms/reserve', { roomId, isGranted: true })).toBe(code)
  })

  it('of no room is refused', async () => {
    const roomId = test().ids.make('room', test().ids.make('merchant'))
    const mei = test().as(await test().someone())
    expect(await mei.refusal('rooms/reserve', { roomId, isGranted: true })).toBe('room-not-found')
    expect(await mei.refusal('rooms/get-reservation', { roomId })).toBe('room-not-found')
    expect(await mei.refusal('rooms/cancel-reservation', { roomId })).toBe('room-not-found')
  })
})

describe('the start of a show', () => {
  it('is told once to everybody who allowed it, in their own host, and to nobody else', async () => {
    const { host, roomId } = await aShowToCome()
    const [mei, lan, shy] = [await test().someone(), await test().someone('alipay'), await test().someone()]
    await reserve(mei, roomId)
    await reserve(mei, roomId)
    await reserve(lan, roomId)
    await reserve(shy, roomId, false)
    await test().tick()
    expect(told()).toEqual([])
    await test().as(host).ask('rooms/start', { roomId })
    for (let tick = 0; tick < 3; tick += 1) await test().tick()
    expect(told()).toEqual([hostUserOf(mei), hostUserOf(lan)])
    expect(test().subscribeMessages.weapp.told).toMatchObject([
      { roomId, title: '脐橙开园', shopName: '云岭果园', startedAt: test().clock.now() },
    ])
  })

  it('is told once by two instances that work at the same time', async () => {
    const { host, roomId } = await aShowToCome()
    const crowd = await Promise.all(Array.from({ length: 35 }, () => test().someone()))
    for (const one of crowd) await reserve(one, roomId)
    await test().as(host).ask('rooms/start', { roomId })
    const other = anotherInstance()
    await Promise.all([test().tick(), other.application.tick()])
    test().clock.advance(10 * MINUTE)
    await Promise.all([test().tick(), other.application.tick()])
    const all = [...told(), ...other.weapp.told.map(({ to }) => to.hostUserId)]
    expect(all.sort()).toEqual(crowd.map(hostUserOf).sort())
  })

  it('is told to the rest, and to nobody twice, after an instance died in the middle', async () => {
    const { host, roomId } = await aShowToCome()
    const crowd = await Promise.all(Array.from({ length: 25 }, () => test().someone()))
    for (const one of crowd) {
      await reserve(one, roomId)
      test().clock.advance(1)
    }
    await test().as(host).ask('rooms/start', { roomId })
    const dying = anotherInstance()
    const lost = crowd[12]
    if (!lost) throw new Error('a crowd has a twelfth')
    dying.weapp.trouble.set(hostUserOf(lost), 'crash')
    void dying.application.tick()
    await settle()
    expect(dying.weapp.told).toHaveLength(19)
    await test().tick()
    expect(told()).toEqual([])
    test().clock.advance(MINUTE)
    await test().tick()
    const all = [...dying.weapp.told.map(({ to }) => to.hostUserId), ...told()]
    expect(new Set(all).size).toBe(all.length)
    expect(all.sort()).toEqual(
      crowd
        .filter((one) => one !== lost)
        .map(hostUserOf)
        .sort(),
    )
  })

  it('is told later when the host is busy, and not after the show', async () => {
    const { host, roomId } = await aShowToCome()
    const [mei, lan] = [await test().someone(), await test().someone()]
    for (const one of [mei, lan]) {
      await reserve(one, roomId)
      test().subscribeMessages.weapp.trouble.set(hostUserOf(one), 'not-now')
    }
    await test().as(host).ask('rooms/start', { roomId })
    await test().tick()
    test().subscribeMessages.weapp.trouble.delete(hostUserOf(mei))
    test().clock.advance(10 * MINUTE)
    await test().tick()
    expect(told()).toEqual([hostUserOf(mei)])
    await test().as(host).ask('rooms/end', { roomId })
    test().subscribeMessages.weapp.trouble.clear()
    test().clock.advance(10 * MINUTE)
    await test().tick()
    expect(told()).toEqual([hostUserOf(mei)])
  })

  it.each(['refused', 'unknown', 'defect'] as const)('is not tried again after: %s', async (code) => {
    const { host, roomId } = await aShowToCome()
    const [mei, lan] = [await test().someone(), await test().someone()]
    await reserve(mei, roomId)
    await reserve(lan, roomId)
    test().subscribeMessages.weapp.trouble.set(hostUserOf(mei), code)
    await test().as(host).ask('rooms/start', { roomId })
    await test().tick()
    test().subscribeMessages.weapp.trouble.clear()
    test().clock.advance(10 * MINUTE)
    await test().tick()
    expect(told()).toEqual([hostUserOf(lan)])
  })

  it('goes on in a fresh job when there are more than one has time for', async () => {
    const { host, roomId } = await aShowToCome()
    const { db, clock } = test()
    const people = await Promise.all(Array.from({ length: 205 }, () => test().someone()))
    await db
      .insertInto('reservations')
      .values(
        people.map(({ userId }) => ({
          merchant_id: `m_${roomId.slice(2, 10)}` as never,
          room_id: roomId,
          user_id: userId,
          host: 'weapp' as const,
          permissions: 1,
          reserved_at: clock.now(),
        })),
      )
      .execute()
    await test().as(host).ask('rooms/start', { roomId })
    await test().tick()
    expect(new Set(told()).size).toBe(205)
    expect(told()).toHaveLength(205)
  })
})
