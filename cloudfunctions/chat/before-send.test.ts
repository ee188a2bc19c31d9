import { messageIdOf } from '@/domain/chat-message'
import { composeId, type RoomId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { MINUTE, SECOND } from '@/domain/time'
import { givenMerchant, givenRoom } from '../../test/builders/given'
import { payOrder } from '../../test/builders/given-orders'
import { givenBuyer, givenSale, placeOrder } from '../../test/builders/given-sale'
import { type Actor, setUpApplication } from '../../test/builders/test-application'
import { functions } from '..'
import type { ChatMessageCheck, ChatVerdict } from '../_kernel/ports/chat-groups'

const application = setUpApplication(functions)

beforeEach(() => {
  application().chat.answerWebhook = async ({ body }, listener) =>
    ok(await listener.judge(body as ChatMessageCheck))
})

let drawn = 0
/** The vendor asks about a message, over its webhook. */
async function say(
  { userId }: Actor,
  roomId: RoomId,
  text: string | null,
  random = (drawn += 1),
): Promise<ChatVerdict> {
  const check: ChatMessageCheck = { roomId, userId, random, text }
  const response = await application().post('/notify/im/token', JSON.stringify(check))
  return (await response.json()) as ChatVerdict
}
const reasonOf = async (asked: Promise<ChatVerdict>) => {
  const verdict = await asked
  return verdict.kind === 'refuse' ? verdict.reason : 'ok'
}
const kept = () =>
  application()
    .db.selectFrom('chat_messages')
    .select(['message_id', 'name', 'text', 'refusal'])
    .orderBy('said_at')
    .execute()

const givenTalk = async () => {
  const test = application()
  const host = await test.someone('weapp', '主播')
  const merchantId = await givenMerchant(test, host)
  return { host, merchantId, roomId: await givenRoom(test, merchantId), mei: await test.someone() }
}

it('allows a text, cleaned, and keeps it with who said it', async () => {
  const { roomId, mei } = await givenTalk()
  expect(await say(mei, roomId, ' 甜\u200b吗?\n', 7)).toEqual({
    kind: 'allow',
    text: '甜吗?',
    isBuyer: false,
  })
  expect(await kept()).toEqual([
    { message_id: messageIdOf(mei.userId, 7), name: '小满', text: '甜吗?', refusal: null },
  ])
})

it.each([
  ['an empty text', ' ', 'chat-empty', ' '],
  ['a text that is too long', '长'.repeat(5_000), 'chat-too-long', '长'.repeat(500)],
  ['what is not one text', null, 'chat-refused', ''],
  ['a blocked word, however it is written', '加.微\u200b信\0', 'chat-refused', '加.微\u200b信'],
])('refuses %s, and keeps it with the reason', async (_case, text, reason, keptText) => {
  const { roomId, mei } = await givenTalk()
  expect(await say(mei, roomId, text)).toEqual({ kind: 'refuse', reason })
  expect(await kept()).toMatchObject([{ text: keptText, refusal: reason }])
})

it('keeps half a character as the sign for one', async () => {
  const { roomId, mei } = await givenTalk()
  expect(await say(mei, roomId, '甜\ud83c')).toMatchObject({ kind: 'allow', text: '甜\ufffd' })
})

it('knows who has paid in this shop', async () => {
  const test = application()
  const sale = await givenSale(test)
  const buyer = await givenBuyer(test)
  const order = await placeOrder(test, { sale, buyer })
  expect(await say(buyer, sale.roomId, '甜吗')).toMatchObject({ isBuyer: false })
  await payOrder(test, buyer, order)
  expect(await say(buyer, sale.roomId, '买了')).toMatchObject({ isBuyer: true })
  const { roomId: elsewhere } = await givenTalk()
  expect(await say(buyer, elsewhere, '你好')).toMatchObject({ isBuyer: false })
})

it('refuses a flood, though everything comes at the same moment, and lets another person speak', async () => {
  const { roomId, mei } = await givenTalk()
  const flood = Array.from({ length: 8 }, (_, n) => reasonOf(say(mei, roomId, `第 ${n} 句`)))
  const answers = await Promise.all(flood)
  expect(answers.sort().reverse()).toEqual([
    'ok',
    'ok',
    'ok',
    'ok',
    'ok',
    ...Array.from({ length: 3 }, () => 'chat-too-fast'),
  ])
  expect(await reasonOf(say(await application().someone(), roomId, '甜吗'))).toBe('ok')
  application().clock.advance(10 * SECOND)
  expect(await reasonOf(say(mei, roomId, '再说一句'))).toBe('ok')
})

it('keeps the pace of slow mode, which the shop’s people need not keep', async () => {
  const { roomId, mei, host } = await givenTalk()
  await application().db.updateTable('rooms').set({ slow_mode_seconds: 60 }).execute()
  expect(await reasonOf(say(mei, roomId, '一'))).toBe('ok')
  application().clock.advance(59 * SECOND)
  expect(await reasonOf(say(mei, roomId, '二'))).toBe('chat-slow-mode')
  expect(await reasonOf(say(host, roomId, '欢迎'))).toBe('ok')
  expect(await reasonOf(say(host, roomId, '欢迎'))).toBe('ok')
  application().clock.advance(SECOND)
  expect(await reasonOf(say(mei, roomId, '三'))).toBe('ok')
})

it('refuses who is muted, for as long as they are, and who is banned', async () => {
  const test = application()
  const { roomId, merchantId, mei } = await givenTalk()
  const person = { merchant_id: merchantId, room_id: roomId, user_id: mei.userId }
  const now = test.clock.now()
  await test.db
    .insertInto('room_mutes')
    .values({ ...person, until: now + MINUTE, muted_at: now })
    .execute()
  expect(await reasonOf(say(mei, roomId, '一'))).toBe('chat-muted')
  test.clock.advance(MINUTE)
  expect(await reasonOf(say(mei, roomId, '二'))).toBe('ok')
  await test.db.updateTable('room_mutes').set({ until: null }).execute()
  expect(await reasonOf(say(mei, roomId, '三'))).toBe('chat-muted')
  await test.db
    .insertInto('room_bans')
    .values({ ...person, banned_at: now })
    .execute()
  expect(await reasonOf(say(mei, roomId, '四'))).toBe('chat-banned')
})

it('knows the shop’s own words', async () => {
  const { roomId, merchantId, mei } = await givenTalk()
  await application()
    .db.insertInto('chat_words')
    .values({ merchant_id: merchantId, words: JSON.stringify(['隔壁果园']) })
    .execute()
  expect(await reasonOf(say(mei, roomId, '隔 壁 果 园 便宜'))).toBe('chat-refused')
})

it('answers the same when the same message comes again', async () => {
  const { roomId, mei } = await givenTalk()
  for (let n = 0; n < 4; n += 1) expect(await reasonOf(say(mei, roomId, '甜吗', 9))).toBe('ok')
  expect(await say(mei, roomId, '换了个说法', 9)).toMatchObject({ kind: 'allow', text: '甜吗' })
  expect(await kept()).toHaveLength(1)
  await application().db.updateTable('chat_messages').set({ deleted_at: 1 }).execute()
  expect(await reasonOf(say(mei, roomId, '甜吗', 9))).toBe('chat-refused')
  expect(await reasonOf(say(mei, roomId, '加微信', 10))).toBe('chat-refused')
  expect(await reasonOf(say(mei, roomId, '没什么', 10))).toBe('chat-refused')
})

it('refuses what is said in a room that is not there', async () => {
  const { mei } = await givenTalk()
  const nowhere = composeId('room', 'nowhere'.padEnd(20, '0'), composeId('merchant', 'nobody00'))
  expect(await reasonOf(say(mei, nowhere, '有人吗'))).toBe('chat-refused')
})
