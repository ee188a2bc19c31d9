import type { RoomId } from '@/domain/ids'
import { givenSale, type Sale } from '../../test/builders/given-sale'
import { stateOf } from '../../test/builders/room-events'
import { type Actor, setUpApplication } from '../../test/builders/test-application'
import { rooms } from '../rooms'
import { draws } from './index'

const test = setUpApplication([draws, rooms])

async function aDraw(change: object) {
  const sale = await givenSale(test())
  const { draw } = await test()
    .as(sale.host)
    .ask<'draws', 'open'>('draws/open', {
      roomId: sale.roomId,
      prize: '脐橙一箱',
      winners: 2,
      minutes: 3,
      ...change,
    })
  return { sale, draw }
}
const enter = (actor: Actor, drawId: string) => test().as(actor).refusal('draws/enter', { drawId })
const drawOf = async (roomId: RoomId) => (await stateOf(test(), roomId)).offers.draw
/** What the vendor's webhook keeps of a message. */
const says = ({ userId }: Actor, { merchantId, roomId }: Sale, text: string, change: object = {}) =>
  test()
    .db.insertInto('chat_messages')
    .values({
      merchant_id: merchantId,
      room_id: roomId,
      message_id: test().ids.makeSecret(),
      user_id: userId,
      name: '看客',
      text,
      refusal: null,
      said_at: test().clock.now(),
      vendor_seq: null,
      deleted_at: null,
      ...change,
    })
    .execute()

describe('a draw with a phrase', () => {
  it('tells the room what to say', async () => {
    const { sale, draw } = await aDraw({ phrase: ' 脐橙真甜 ' })
    expect(draw.phrase).toBe('脐橙真甜')
    expect(await drawOf(sale.roomId)).toEqual(draw)
    expect((await aDraw({})).draw.phrase).toBeNull()
  })

  it('takes who has said it, among other words and dressed up', async () => {
    const { sale, draw } = await aDraw({ phrase: '脐橙真甜' })
    const viewer = await test().someone()
    const standing = () => test().as(viewer).ask<'draws', 'standing'>('draws/standing', { drawId: draw.id })
    expect([await enter(viewer, draw.id), (await standing()).hasSaidPhrase]).toEqual([
      'draw-phrase-unsaid',
      false,
    ])
    await says(viewer, sale, '我说：脐橙、真 甜！')
    expect((await standing()).hasSaidPhrase).toBe(true)
    expect(await enter(viewer, draw.id)).toBe('ok')
  })

  it.each([
    ['said something else', '脐橙', {}],
    ['was not let say it', '脐橙真甜', { refusal: 'chat-muted' }],
    ['said what the shop deleted', '脐橙真甜', { deleted_at: 1 }],
    ['said it before', '脐橙真甜', { said_at: 0 }],
  ])('does not take who %s', async (_what, text, change) => {
    const { sale, draw } = await aDraw({ phrase: '脐橙真甜' })
    const viewer = await test().someone()
    await says(viewer, sale, text, change)
    await says(await test().someone(), sale, '脐橙真甜')
    expect(await enter(viewer, draw.id)).toBe('draw-phrase-unsaid')
  })
})
