import { createHash } from 'node:crypto'
import { recompute } from '@/domain/draw'
import type { RoomId, UserId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import { givenSamePerson } from '../../test/builders/given-offers'
import { givenBuyer, givenSale, type Sale } from '../../test/builders/given-sale'
import { heardSince, stateOf, toldIn, typesToldIn } from '../../test/builders/room-events'
import { type Actor, setUpApplication } from '../../test/builders/test-application'
import { rooms } from '../rooms'
import { draws } from './index'

const test = setUpApplication([draws, rooms])
/** Whoever checks a draw uses a SHA-256 of their own. */
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const openWith = (sale: Sale, change: object = {}, key?: string) =>
  test()
    .as(sale.host)
    .call<'draws', 'open'>(
      'draws/open',
      { roomId: sale.roomId, prize: '脐橙一箱', winners: 2, minutes: 3, ...change },
      key,
    )
async function aDraw(change: object = {}) {
  const sale = await givenSale(test())
  const opened = await openWith(sale, change)
  if (!opened.ok) throw new Error(opened.error.code)
  return { sale, draw: opened.data.draw }
}
const enter = (actor: Actor, drawId: string) => test().as(actor).refusal('draws/enter', { drawId })
async function crowd(drawId: string, people: number): Promise<readonly UserId[]> {
  const entrants = []
  for (let i = 0; i < people; i += 1) {
    const viewer = await test().someone(i % 2 === 0 ? 'weapp' : 'alipay', `看客 ${i}`)
    expect(await enter(viewer, drawId)).toBe('ok')
    entrants.push(viewer.userId)
  }
  return entrants
}
const close = async () => {
  test().clock.advance(3 * MINUTE)
  await test().tick()
}
const drawOf = async (roomId: RoomId) => (await stateOf(test(), roomId)).offers.draw

describe('a draw', () => {
  it('is opened once for a key, with the hash of its secret and not the secret', async () => {
    const sale = await givenSale(test())
    const before = await stateOf(test(), sale.roomId)
    const opened = await openWith(sale, {}, 'draw-key')
    expect(await openWith(sale, {}, 'draw-key')).toEqual(opened)
    expect(await drawOf(sale.roomId)).toMatchObject({
      prize: '脐橙一箱',
      winners: 2,
      closesAt: test().clock.now() + 3 * MINUTE,
      result: null,
    })
    const { secret } = await test().db.selectFrom('draws').select('secret').executeTakeFirstOrThrow()
    expect(JSON.stringify([opened, test().chat.notices])).not.toContain(secret)
    expect(JSON.stringify(opened)).toContain(sha256(secret))
    expect(heardSince(test(), before)).toEqual(await stateOf(test(), sale.roomId))
  })

  it('is drawn when its time is over, as anybody can recompute from what is told', async () => {
    const { sale, draw } = await aDraw()
    const entrants = await crowd(draw.id, 6)
    const before = await stateOf(test(), sale.roomId)
    test().clock.advance(3 * MINUTE - 1)
    await test().tick()
    expect((await drawOf(sale.roomId))?.result).toBeNull()
    test().clock.advance(1)
    for (let i = 0; i < 2; i += 1) await test().tick()
    const drawn = await drawOf(sale.roomId)
    const result = drawn?.result
    if (!result) throw new Error('not drawn')
    const stranger = await test().someone('h5')
    const page = await test().as(stranger).ask<'draws', 'entrants'>('draws/entrants', { drawId: draw.id })
    expect(page).toEqual({ entrants: [...entrants].sort(), next: null })
    const again = recompute({ secret: result.secret, entrants: page.entrants, winners: 2 }, sha256)
    expect(again.commitment).toBe(draw.commitment)
    expect(again.entrantsHash).toBe(result.entrantsHash)
    expect(result.winners.map(({ userId }) => userId)).toEqual(again.winners)
    expect(result.winners.every(({ name }) => name.startsWith('看客'))).toBe(true)
    expect(result.entrants).toBe(6)
    expect(heardSince(test(), before)).toEqual(await stateOf(test(), sale.roomId))
    expect(typesToldIn(test(), sale.roomId)).toEqual(['draw-opened', 'draw-drawn'])
  })

  it('goes on when the show ends: whoever takes part is told who won', async () => {
    const { sale, draw } = await aDraw({ winners: 1 })
    await crowd(draw.id, 1)
    const before = await stateOf(test(), sale.roomId)
    await test().as(sale.host).ask('rooms/end', { roomId: sale.roomId })
    await close()
    expect((await drawOf(sale.roomId))?.result?.winners).toHaveLength(1)
    expect(heardSince(test(), before)).toEqual(await stateOf(test(), sale.roomId))
  })

  it('that nobody entered has no winners', async () => {
    const { sale } = await aDraw()
    await close()
    expect((await drawOf(sale.roomId))?.result).toMatchObject({ entrants: 0, winners: [] })
  })

  it('is one at a time, in a show that is on', async () => {
    const { sale } = await aDraw()
    expect(await openWith(sale)).toMatchObject({ error: { code: 'draw-open' } })
    await close()
    expect(await openWith(sale)).toMatchObject({ ok: true })
    const nowhere = test().ids.make('room', sale.merchantId)
    expect(await openWith(sale, { roomId: nowhere })).toMatchObject({ error: { code: 'room-not-found' } })
    await test().as(sale.host).ask('rooms/end', { roomId: sale.roomId })
    expect(await openWith(sale)).toMatchObject({ error: { code: 'room-not-live' } })
  })
})

describe('entering', () => {
  it('counts a person once, in whichever app and however often they tap', async () => {
    const { draw } = await aDraw()
    const viewer = await test().someone('weapp')
    const same = await test().someone('alipay')
    await givenSamePerson(test(), same, viewer)
    const standing = () => test().as(same).ask<'draws', 'standing'>('draws/standing', { drawId: draw.id })
    expect(await standing()).toEqual({
      hasEntered: false,
      entrants: 0,
      hasSaidPhrase: true,
      hasWon: false,
      deliverTo: null,
    })
    await Promise.all([enter(viewer, draw.id), enter(viewer, draw.id), enter(same, draw.id)])
    expect(await standing()).toEqual({
      hasEntered: true,
      entrants: 1,
      hasSaidPhrase: true,
      hasWon: false,
      deliverTo: null,
    })
  })

  it('is for persons of the room: not for who works for the shop, was shown out, or is a browser’s guest', async () => {
    const { sale, draw } = await aDraw()
    expect(await enter(sale.host, draw.id)).toBe('forbidden')
    expect(await enter(await test().someone('h5'), draw.id)).toBe('forbidden')
    const banned = await test().someone()
    await test()
      .db.insertInto('room_bans')
      .values({
        merchant_id: sale.merchantId,
        room_id: sale.roomId,
        user_id: banned.userId,
        banned_at: test().clock.now(),
      })
      .execute()
    expect(await enter(banned, draw.id)).toBe('forbidden')
  })

  it('is over with the draw’s last moment, also while it is not drawn yet', async () => {
    const { draw } = await aDraw()
    test().clock.advance(3 * MINUTE)
    expect(await enter(await test().someone(), draw.id)).toBe('draw-over')
    await test().tick()
    expect(await enter(await test().someone(), draw.id)).toBe('draw-over')
  })
})

describe('cancelling', () => {
  it('ends a draw without winners, once', async () => {
    const { sale, draw } = await aDraw()
    await crowd(draw.id, 1)
    const before = await stateOf(test(), sale.roomId)
    for (let i = 0; i < 2; i += 1) await test().as(sale.host).ask('draws/cancel', { drawId: draw.id })
    await close()
    expect(typesToldIn(test(), sale.roomId)).toEqual(['draw-opened', 'draw-cancelled'])
    expect(await drawOf(sale.roomId)).toBeNull()
    expect(heardSince(test(), before)).toEqual(await stateOf(test(), sale.roomId))
    const entrants = { drawId: draw.id }
    expect(await test().as(sale.host).refusal('draws/entrants', entrants)).toBe('draw-not-found')
  })

  it('comes too late when the time is over', async () => {
    const { sale, draw } = await aDraw()
    test().clock.advance(3 * MINUTE)
    const cancel = () => test().as(sale.host).refusal('draws/cancel', { drawId: draw.id })
    expect(await cancel()).toBe('draw-over')
    await test().tick()
    expect(await cancel()).toBe('draw-over')
    expect(toldIn(test(), sale.roomId).at(-1)?.type).toBe('draw-drawn')
  })
})

it('tells nobody who takes part before it is drawn', async () => {
  const { sale, draw } = await aDraw()
  expect(await test().as(sale.host).refusal('draws/entrants', { drawId: draw.id })).toBe('draw-open')
})

it('shows the shop its draws, the newest first', async () => {
  const { sale, draw } = await aDraw()
  await crowd(draw.id, 3)
  await close()
  await openWith(sale, { prize: '苹果一箱' })
  const { draws: shown } = await test()
    .as(sale.host)
    .ask<'draws', 'list'>('draws/list', { roomId: sale.roomId })
  expect(shown).toMatchObject([
    { status: 'open', entrants: 0, draw: { prize: '苹果一箱', result: null } },
    { status: 'drawn', entrants: 3, draw: { prize: '脐橙一箱' } },
  ])
  const nowhere = test().ids.make('room', sale.merchantId)
  expect(await test().as(sale.host).refusal('draws/list', { roomId: nowhere })).toBe('room-not-found')
})

it.each(['enter', 'standing', 'entrants'])('%s knows no draw that is not there', async (operation) => {
  const { sale } = await aDraw()
  const drawId = test().ids.make('draw', sale.merchantId)
  expect(
    await test()
      .as(await test().someone())
      .refusal(`draws/${operation}`, { drawId }),
  ).toBe('draw-not-found')
  expect(await test().as(sale.host).refusal('draws/cancel', { drawId })).toBe('draw-not-found')
})

describe('a prize', () => {
  const home = { name: '林小满', phone: '13800138000', region: '浙江省 杭州市', detail: '文三路 1 号' }
  it('goes where its winner says, which the shop alone is told', async () => {
    const { sale, draw } = await aDraw({ winners: 1 })
    const winner = await givenBuyer(test())
    await enter(winner, draw.id)
    const claim = (actor: Actor, addressId: string = winner.addressId) =>
      test().as(actor).refusal('draws/claim-prize', { drawId: draw.id, addressId })
    expect(await claim(winner)).toBe('draw-open')
    await close()
    const loser = await givenBuyer(test())
    expect(await claim(loser, loser.addressId)).toBe('forbidden')
    expect(await claim(winner, loser.addressId)).toBe('address-not-found addressId')
    expect(await claim(winner)).toBe('ok')
    const standing = (actor: Actor) =>
      test().as(actor).ask<'draws', 'standing'>('draws/standing', { drawId: draw.id })
    expect((await standing(winner)).deliverTo).toEqual(home)
    expect(await standing(loser)).toMatchObject({ hasWon: false, deliverTo: null })
    const { draws: shown } = await test()
      .as(sale.host)
      .ask<'draws', 'list'>('draws/list', { roomId: sale.roomId })
    expect(shown[0]?.prizes).toEqual([{ userId: winner.userId, name: '小满', deliverTo: home }])
    expect(JSON.stringify(await stateOf(test(), sale.roomId))).not.toContain(home.phone)
    // in the other app they have won just the same
    const same = await givenBuyer(test(), 'alipay')
    await givenSamePerson(test(), same, winner)
    expect(await standing(same)).toMatchObject({ hasEntered: true, hasWon: true })
    expect(await claim(same, same.addressId)).toBe('ok')
  })

  it('is not told of where nobody has said it, nor for a draw that is not there', async () => {
    const { sale, draw } = await aDraw({ winners: 1 })
    const [winner] = await crowd(draw.id, 1)
    await close()
    const { draws: shown } = await test()
      .as(sale.host)
      .ask<'draws', 'list'>('draws/list', { roomId: sale.roomId })
    expect(shown[0]?.prizes).toMatchObject([{ userId: winner, deliverTo: null }])
    const buyer = await givenBuyer(test())
    const drawId = test().ids.make('draw', sale.merchantId)
    expect(await test().as(buyer).refusal('draws/claim-prize', { drawId, addressId: buyer.addressId })).toBe(
      'draw-not-found',
    )
  })
})
