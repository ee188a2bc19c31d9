import type { Context } from '../_kernel/operation'
import { messageIdOf } from '@/domain/chat-message'
import { composeId, merchantOf } from '@/domain/ids'
import { ok } from '@/domain/result'
import { givenMerchant, givenRoom } from '../../test/builders/given'
import { RecordingLog } from '../../test/builders/recording-log'
import { roomId as someRoom } from '../../test/builders/room'
import { setUpApplication } from '../../test/builders/test-application'
import { functions } from '..'
import type { ChatGroups } from '../_kernel/ports/chat-groups'
import { handleImWebhook } from './im-webhook'

const userId = composeId('user', 'mei'.padEnd(20, '0'))
const asking: ChatGroups['answerWebhook'] = async (_webhook, listener) =>
  ok(await listener.judge({ roomId: someRoom, userId, random: 1, text: '甜吗' }))

describe('without the rules nothing is said', () => {
  afterEach(() => jest.useRealTimers())

  const log = new RecordingLog()
  beforeEach(() => log.reset())
  const ask = (begin: () => Promise<unknown>) => {
    const db = { transaction: () => ({ execute: begin }) }
    return handleImWebhook({ db, log, chat: { answerWebhook: asking } } as unknown as Context, {
      query: {},
      body: {},
    })
  }
  const refused = { status: 200, body: { kind: 'refuse', reason: 'chat-unavailable' } }

  it.each([
    ['the database is away', 'ECONNREFUSED', 'database-unavailable'],
    ['something is broken', 'XX000', 'chat-rules-failed'],
  ])('when %s', async (_case, code, alarm) => {
    expect(await ask(() => Promise.reject(Object.assign(new Error('why'), { code })))).toEqual(refused)
    expect(log.takeAlarms()).toEqual([alarm])
  })

  it('when the answer would come too late', async () => {
    jest.useFakeTimers()
    const asked = ask(() => new Promise(() => undefined))
    await jest.advanceTimersByTimeAsync(1_500)
    expect(await asked).toEqual(refused)
    expect(log.lines).toMatchObject([{ level: 'warn', event: 'chat-rules-late' }])
  })
})

describe('a message that the vendor has sent', () => {
  const application = setUpApplication(functions)
  const givenMessage = async (deletedAt: number | null) => {
    const test = application()
    const roomId = await givenRoom(test, await givenMerchant(test))
    await test.db
      .insertInto('chat_messages')
      .values({
        merchant_id: merchantOf(roomId),
        room_id: roomId,
        message_id: messageIdOf(userId, 7),
        user_id: userId,
        name: '小满',
        text: '甜吗',
        refusal: null,
        said_at: 1,
        vendor_seq: null,
        deleted_at: deletedAt,
      })
      .execute()
    test.chat.answerWebhook = async (_webhook, listener) => {
      await listener.wasSent({ roomId, userId, random: 7, seq: 12 })
      return ok({})
    }
    return { test, roomId }
  }

  it('is kept with the vendor’s number', async () => {
    const { test } = await givenMessage(null)
    await test.post('/notify/im/token', '{}')
    const row = await test.db.selectFrom('chat_messages').select('vendor_seq').executeTakeFirstOrThrow()
    expect(row.vendor_seq).toBe(12)
    expect(test.chat.measures).toEqual([])
  })

  it('is taken back at once when it was deleted before its number was known', async () => {
    const { test, roomId } = await givenMessage(5)
    await test.post('/notify/im/token', '{}')
    expect(test.chat.measures).toEqual([['recall', roomId, 12]])
  })

  it('stays gone for our clients when the vendor cannot take it back', async () => {
    const { test } = await givenMessage(5)
    test.chat.isDown = true
    expect((await test.post('/notify/im/token', '{}')).status).toBe(200)
    expect(test.log.lines).toContainEqual(expect.objectContaining({ event: 'after-commit-failed' }))
  })
})
