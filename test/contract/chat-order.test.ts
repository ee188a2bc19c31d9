import { err } from '@/domain/result'
import type { RoomEventBody } from '@/domain/room'
import { functions } from '../../cloudfunctions'
import { payOrder } from '../builders/given-orders'
import { type Buyer, givenBuyer, givenSale, placeOrder, type Sale } from '../builders/given-sale'
import { setUpApplication } from '../builders/test-application'
import { expectConsole } from '../setup/expect-console'
import { makeRoomForSdk } from './chat/sdk-hosts'
import { startTalkingRoom, type TalkingRoom } from './chat/talking-room'
import type { Viewer } from './chat/viewer'

const PORT = 18409
const application = setUpApplication(functions)

let tidyUp: () => void
let room: TalkingRoom
let sale: Sale
let mei: Buyer
let jun: Buyer
beforeAll(() => {
  tidyUp = makeRoomForSdk()
})
afterAll(() => tidyUp())
beforeEach(async () => {
  const test = application()
  sale = await givenSale(test)
  // one pays with WeChat Pay, the other with Alipay: the room is the same
  mei = await givenBuyer(test, 'weapp', '小美')
  jun = await givenBuyer(test, 'alipay', '小君')
  room = await startTalkingRoom(test, sale.roomId, PORT)
})
afterEach(() => room.end())

const asHost = (name: string, input: object) =>
  application()
    .as(sale.host)
    .refusal(`chat/${name}`, { roomId: sale.roomId, ...input })
const told = (viewer: Viewer, type: RoomEventBody['type']) =>
  viewer.until(({ notices }) =>
    notices.some((notice) => notice.kind === 'event' && notice.event.type === type),
  )

it('what a muted person says reaches nobody, in whichever app they are', async () => {
  const [talking, hearing] = [await room.enter(mei), await room.enter(jun)]
  await talking.chat.send('甜吗')
  await hearing.untilHeard('甜吗')
  expect(await asHost('mute', { userId: mei.userId, minutes: 10 })).toBe('ok')
  await told(hearing, 'viewer-muted')
  expect(await talking.chat.send('还在')).toEqual(err('chat-muted'))
  await asHost('unmute', { userId: mei.userId })
  await talking.chat.send('回来了')
  await hearing.untilHeard('回来了')
  expect(hearing.texts).toEqual(['甜吗', '回来了'])
})

it('a deleted message is told to both and shown to nobody who comes later', async () => {
  const [talking, hearing] = [await room.enter(mei), await room.enter(jun)]
  const sent = await talking.chat.send('不该说的')
  await talking.chat.send('该说的')
  const heard = await hearing.untilHeard('该说的')
  const messageId = hearing.lines[0]?.id ?? ''
  expect(sent).toMatchObject({ ok: true, value: { id: messageId } })
  expect(await asHost('delete-message', { messageId })).toBe('ok')
  await told(talking, 'message-deleted')
  await told(hearing, 'message-deleted')
  const late = await room.enter(await application().someone())
  await late.untilHeard('该说的')
  expect(late.lines.map(({ id }) => id)).toEqual([heard.id])
})

it('a banned person is out and cannot come back', async () => {
  expectConsole(/joinGroup|applyJoinGroup/)
  const [talking, hearing] = [await room.enter(mei), await room.enter(jun)]
  const oldCredentials = await application().as(mei).ask<'chat', 'credentials'>('chat/credentials', {
    roomId: sale.roomId,
  })
  expect(await asHost('ban', { userId: mei.userId })).toBe('ok')
  await told(hearing, 'viewer-banned')
  expect((await talking.chat.send('凭什么')).ok).toBe(false)
  for (const name of ['rooms/enter', 'chat/credentials'])
    expect(await application().as(mei).refusal(name, { roomId: sale.roomId })).toBe('room-banned')
  await talking.chat.close()
  const again = room.open(oldCredentials)
  await again.until(({ states }) => states.includes('offline'))
  expect(again.states).not.toContain('ready')
  expect(hearing.texts).toEqual([])
})

it('a badge is the server’s word, whatever a client writes', async () => {
  const hearing = await room.enter(jun)
  const say = await room.enterWithoutClient(mei)
  const forged = JSON.stringify({ v: 1, isBuyer: true })
  await say('我是老顾客', forged)
  expect(await hearing.untilHeard('我是老顾客')).toMatchObject({ isBuyer: false })
  const test = application()
  await payOrder(test, mei, await placeOrder(test, { sale, buyer: mei }))
  await say('现在真的是了', '')
  expect(await hearing.untilHeard('现在真的是了')).toMatchObject({ isBuyer: true, userId: mei.userId })
})

it('says why: a blocked word, a repetition', async () => {
  const talking = await room.enter(mei)
  expect(await talking.chat.send('加.微.信')).toEqual(err('chat-refused'))
  await talking.chat.send('想要')
  await talking.chat.send('想要')
  expect(await talking.chat.send('想 要')).toEqual(err('chat-repeated'))
})
