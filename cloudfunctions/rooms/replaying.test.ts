import { givenMerchant, givenOnShelf, givenProduct, givenRoom } from '../../test/builders/given'
import { setUpApplication } from '../../test/builders/test-application'
import type { ProductId, RoomId } from '@/domain/ids'
import { DAY, HOUR, MINUTE, SECOND } from '@/domain/time'
import { session } from '../session'
import { shelf } from '../shelf'
import { rooms } from './index'

const test = setUpApplication([session, rooms, shelf])

const notify = (told: object) => test().post('/notify/stream', JSON.stringify({ signature: 'good', ...told }))
const pass = (seconds: number) => {
  test().clock.advance(seconds * SECOND)
}

async function aShow() {
  const host = await test().someone('weapp', '阿岭')
  const merchantId = await givenMerchant(test(), host)
  const roomId = await givenRoom(test(), merchantId, 'upcoming')
  const [orange, pear] = [
    await givenProduct(test(), merchantId),
    await givenProduct(test(), merchantId, { name: '秋月梨' }),
  ]
  await givenOnShelf(test(), roomId, orange, pear)
  const viewer = await test().someone('alipay', '小满')
  const as = test().as(host)
  const explain = (productId: ProductId) => as.ask('shelf/explain', { roomId, productId })
  const replay = () => test().as(viewer).ask<'rooms', 'replay'>('rooms/replay', { roomId })
  const clips = (productId: ProductId) =>
    test().as(viewer).ask<'rooms', 'list-clips'>('rooms/list-clips', { productId })
  return { as, merchantId, roomId, orange, pear, viewer, explain, replay, clips }
}

/** On air all the time: orange after ten seconds, pear after thirty, and over after a minute. */
async function aFinishedShow() {
  const show = await aShow()
  const startedAt = test().clock.now()
  await show.as.ask('rooms/start', { roomId: show.roomId })
  pass(10)
  await show.explain(show.orange)
  pass(20)
  await show.explain(show.pear)
  pass(30)
  await show.as.ask('rooms/end', { roomId: show.roomId })
  return { ...show, startedAt }
}

const hasReplay = async (roomId: RoomId) =>
  (await test().as(null).ask<'rooms', 'list'>('rooms/list')).rooms.find(({ room }) => room.id === roomId)
    ?.hasReplay

describe('a show that has ended', () => {
  it('can be watched again at once, with a chapter for every product', async () => {
    const { roomId, orange, pear, replay, startedAt } = await aFinishedShow()
    const { parts, chapters } = await replay()
    expect(parts).toEqual([
      {
        url: `https://play.test/${roomId}.m3u8?from=${startedAt}&to=${startedAt + MINUTE}`,
        startsAt: startedAt,
        durationMs: MINUTE,
        skipMs: 0,
      },
    ])
    expect(chapters).toEqual([
      { productId: orange, name: '赣南脐橙', pictureUrl: '/media/orange.jpg', from: 10_000, to: 30_000 },
      { productId: pear, name: '秋月梨', pictureUrl: '/media/orange.jpg', from: 30_000, to: 60_000 },
    ])
    expect(await hasReplay(roomId)).toBe(true)
  })

  it('begins before its first event, with the goods and prices of today', async () => {
    const { roomId, viewer, orange, replay } = await aFinishedShow()
    await test().db.updateTable('skus').set({ available: 3 }).where('product_id', '=', orange).execute()
    const { start } = await replay()
    expect(start).toMatchObject({ seq: 0, explaining: [], offers: { livePrices: {} }, talk: { answers: [] } })
    expect(start.shelf[0]).toMatchObject({ id: orange, skus: [{ price: 2990, available: 3 }] })
    const { events } = await test()
      .as(viewer)
      .ask<'rooms', 'events'>('rooms/events', { roomId, since: start.seq })
    expect(events.map(({ type }) => type)).toEqual([
      'room-started',
      'explain-started',
      'explain-started',
      'room-ended',
    ])
  })

  it('leaves out when no picture was on air', async () => {
    const { roomId, as, replay } = await aShow()
    await as.ask('rooms/start', { roomId })
    const startedAt = test().clock.now()
    pass(10)
    await notify({ kind: 'published', stream: roomId, sequence: '1' })
    await notify({ kind: 'stopped', stream: roomId, sequence: '1' })
    pass(20)
    await notify({ kind: 'published', stream: roomId, sequence: '2' })
    pass(30)
    await as.ask('rooms/end', { roomId })
    expect(
      (await replay()).parts.map(({ startsAt, durationMs }) => [startsAt - startedAt, durationMs]),
    ).toEqual([
      [0, 10_000],
      [30_000, 30_000],
    ])
  })

  it('is cut into pieces that a vendor gives at once', async () => {
    const { roomId, as, replay } = await aShow()
    await as.ask('rooms/start', { roomId })
    pass(7 * 3_600)
    await as.ask('rooms/end', { roomId })
    expect((await replay()).parts.map(({ durationMs }) => durationMs)).toEqual([6 * HOUR, HOUR])
  })

  it('is kept as long as the vendor keeps what was on air', async () => {
    const { roomId, orange } = await aFinishedShow()
    test().clock.advance(7 * DAY)
    const late = await test().someone()
    expect(await hasReplay(roomId)).toBe(false)
    const answer = await test().as(late).ask<'rooms', 'replay'>('rooms/replay', { roomId })
    expect(answer).toMatchObject({ parts: [], chapters: [] })
    expect(
      (await test().as(late).ask<'rooms', 'list-clips'>('rooms/list-clips', { productId: orange })).clips,
    ).toEqual([])
  })
})

describe('a recorded file', () => {
  const file = (startsAt: number, durationMs: number, name = 'show') => ({
    url: `https://files.test/${name}.m3u8`,
    startsAt,
    durationMs,
  })

  it('takes the place of what the vendor keeps for a while, however often it is told', async () => {
    const { roomId, startedAt, replay } = await aFinishedShow()
    for (let i = 0; i < 2; i += 1)
      expect(
        (await notify({ kind: 'recorded', stream: roomId, file: file(startedAt - 5_000, 70_000) })).status,
      ).toBe(200)
    expect((await replay()).parts).toEqual([
      {
        url: 'https://files.test/show.m3u8?sign=good',
        startsAt: startedAt,
        durationMs: MINUTE,
        skipMs: 5_000,
      },
    ])
    test().clock.advance(30 * DAY)
    expect(await hasReplay(roomId)).toBe(true)
  })

  it('that comes while the show goes on is part of it in the end', async () => {
    const { roomId, as, replay } = await aShow()
    await as.ask('rooms/start', { roomId })
    const startedAt = test().clock.now()
    pass(30)
    await notify({ kind: 'recorded', stream: roomId, file: file(startedAt, 20_000, 'first') })
    expect(await hasReplay(roomId)).toBe(false)
    expect((await replay()).parts).toEqual([])
    await as.ask('rooms/end', { roomId })
    expect((await replay()).parts.map(({ url, durationMs }) => [url, durationMs])).toEqual([
      ['https://files.test/first.m3u8?sign=good', 20_000],
    ])
  })

  it('of a format that nobody can watch is taken and left', async () => {
    const { roomId, startedAt, replay } = await aFinishedShow()
    expect((await notify({ kind: 'recorded', stream: roomId, file: null })).status).toBe(200)
    expect((await replay()).parts[0]).toMatchObject({ startsAt: startedAt, durationMs: MINUTE })
  })

  it('is about a room of ours', async () => {
    const nowhere = test().ids.make('room', test().ids.make('merchant'))
    expect((await notify({ kind: 'recorded', stream: nowhere, file: file(0, 1) })).status).toBe(404)
  })
})

describe('where a product was explained', () => {
  it('is told of every show that can be watched again, the latest first', async () => {
    const { as, merchantId, roomId, orange, pear, clips, startedAt } = await aFinishedShow()
    const second = await givenRoom(test(), merchantId, 'upcoming')
    await givenOnShelf(test(), second, orange)
    pass(60)
    await as.ask('rooms/start', { roomId: second })
    await as.ask('shelf/explain', { roomId: second, productId: orange })
    pass(20)
    expect((await clips(orange)).clips).toHaveLength(1)
    await as.ask('rooms/end', { roomId: second })
    expect((await clips(orange)).clips).toEqual([
      { roomId: second, title: '脐橙开园', startsAt: startedAt + MINUTE, from: 0, to: 20_000 },
      { roomId, title: '脐橙开园', startsAt: startedAt, from: 10_000, to: 30_000 },
    ])
    expect((await clips(pear)).clips).toHaveLength(1)
    expect((await clips(await givenProduct(test(), merchantId))).clips).toEqual([])
  })

  it('is remembered of a product that has left the shelf', async () => {
    const { roomId, as, orange, replay, clips } = await aFinishedShow()
    await as.ask('shelf/take-off-shelf', { roomId, productId: orange })
    expect((await replay()).chapters[0]).toMatchObject({ productId: orange, name: '赣南脐橙' })
    expect((await replay()).start.shelf.map(({ id }) => id)).not.toContain(orange)
    expect((await clips(orange)).clips).toHaveLength(1)
  })
})

describe('the summary of a show', () => {
  const summaryOf = (viewer: Awaited<ReturnType<typeof aShow>>['viewer'], roomId: RoomId) =>
    test().as(viewer).ask<'rooms', 'summary'>('rooms/summary', { roomId })

  it('counts who was there while it was on, each once, and nobody of the shop', async () => {
    const { as, roomId, viewer } = await aShow()
    const [early, late] = [await test().someone(), await test().someone()]
    await test().as(early).ask('rooms/enter', { roomId })
    await test().as(early).ask('rooms/leave', { roomId })
    await as.ask('rooms/start', { roomId })
    await as.ask('rooms/enter', { roomId })
    for (let i = 0; i < 2; i += 1) {
      await test().as(viewer).ask('rooms/enter', { roomId })
      await test().as(viewer).ask('rooms/leave', { roomId })
    }
    await test().as(viewer).ask('rooms/pulse', { roomId, likes: 7 })
    pass(90)
    await as.ask('rooms/end', { roomId })
    await test().as(late).ask('rooms/enter', { roomId })
    expect(await summaryOf(late, roomId)).toEqual({
      durationMs: 90_000,
      watched: 1,
      likes: 7,
      hasReplay: true,
      next: null,
      serverTime: test().clock.now(),
    })
  })

  it('grows while the show is on, and is nothing before it', async () => {
    const { as, roomId, viewer } = await aShow()
    expect(await summaryOf(viewer, roomId)).toMatchObject({ durationMs: 0, watched: 0, hasReplay: false })
    await as.ask('rooms/start', { roomId })
    pass(30)
    expect((await summaryOf(viewer, roomId)).durationMs).toBe(30_000)
  })

  it('tells what the shop shows now, or else next', async () => {
    const { roomId, merchantId, viewer, as } = await aFinishedShow()
    const later = await givenRoom(test(), merchantId, 'upcoming')
    await test()
      .db.updateTable('rooms')
      .set({ starts_at: test().clock.now() + DAY })
      .where('room_id', '=', later)
      .execute()
    const soon = await givenRoom(test(), merchantId, 'upcoming')
    expect((await summaryOf(viewer, roomId)).next).toMatchObject({ id: soon, status: 'upcoming' })
    await as.ask('rooms/start', { roomId: later })
    expect((await summaryOf(viewer, roomId)).next).toMatchObject({ id: later, status: 'live' })
  })
})

it.each(['replay', 'summary'])('%s knows no room that is not there', async (operation) => {
  const roomId = test().ids.make('room', test().ids.make('merchant'))
  const viewer = await test().someone()
  expect(await test().as(viewer).refusal(`rooms/${operation}`, { roomId })).toBe('room-not-found')
})
