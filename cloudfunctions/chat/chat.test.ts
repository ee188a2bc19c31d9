import { composeId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { DAY } from '@/domain/time'
import { givenMerchant, givenRoom } from '../../test/builders/given'
import { setUpApplication } from '../../test/builders/test-application'
import type { ChatGroups, ChatWebhook } from '../_kernel/ports/chat-groups'
import { chat } from './index'

const application = setUpApplication([chat])

describe('credentials for a room’s chat', () => {
  it('sign the viewer in to a group that is there, under their own name', async () => {
    const test = application()
    const roomId = await givenRoom(test, await givenMerchant(test))
    const viewer = await test.someone('alipay', '小满')
    expect(await test.as(viewer).ask('chat/credentials', { roomId })).toEqual({
      sdkAppId: 1_400_000_000,
      userId: viewer.userId,
      userSig: `signed-${viewer.userId}`,
      groupId: roomId,
      expiresAt: test.clock.now() + DAY,
    })
    expect([...test.chat.groups]).toEqual([[roomId, '脐橙开园']])
    expect([...test.chat.people]).toEqual([[viewer.userId, '小满']])
  })

  it('are given while the vendor is down, too', async () => {
    const test = application()
    const roomId = await givenRoom(test, await givenMerchant(test))
    test.chat.isDown = true
    const reply = await test.as(await test.someone()).call('chat/credentials', { roomId })
    expect(reply.ok).toBe(true)
    expect(test.log.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', event: 'chat-seat-unprepared' }),
    )
  })

  it('are given to somebody whose profile is gone', async () => {
    const test = application()
    const roomId = await givenRoom(test, await givenMerchant(test))
    const viewer = await test.someone()
    await test.db.deleteFrom('users').where('user_id', '=', viewer.userId).execute()
    expect(await test.as(viewer).refusal('chat/credentials', { roomId })).toBe('ok')
    expect(test.chat.people.size).toBe(0)
  })

  it('are refused for a room that is not there, and to nobody', async () => {
    const test = application()
    const roomId = composeId('room', 'nowhere'.padEnd(20, '0'), composeId('merchant', 'nobody00'))
    expect(await test.as(await test.someone()).refusal('chat/credentials', { roomId })).toBe('room-not-found')
    expect(await test.as(null).refusal('chat/credentials', { roomId })).toBe('unauthenticated')
  })
})

describe('the vendor’s webhook', () => {
  const answeredWith = (reply: Awaited<ReturnType<ChatGroups['answerWebhook']>>) => {
    const asked: ChatWebhook[] = []
    application().chat.answerWebhook = async (webhook) => {
      asked.push(webhook)
      return reply
    }
    return asked
  }
  const path = '/notify/im/the-token?SdkAppid=1&CallbackCommand=Group.CallbackBeforeSendMsg'

  it('gets the adapter’s reply, and the adapter the token of the address', async () => {
    const asked = answeredWith(ok({ ActionStatus: 'OK' }))
    const response = await application().post(path, '{"GroupId":"g"}')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toEqual({ ActionStatus: 'OK' })
    const query = { SdkAppid: '1', CallbackCommand: 'Group.CallbackBeforeSendMsg', token: 'the-token' }
    expect(asked).toEqual([{ query, body: { GroupId: 'g' } }])
  })

  it.each([
    ['forged', 403],
    ['malformed', 400],
  ] as const)('is turned away when it is %s', async (code, status) => {
    answeredWith(err({ code }))
    expect((await application().post(path, '{}')).status).toBe(status)
    expect(application().log.lines).toContainEqual(
      expect.objectContaining({ event: 'chat-webhook-refused', level: 'warn' }),
    )
  })

  it('survives a body that is not JSON', async () => {
    const asked = answeredWith(err({ code: 'malformed' }))
    expect((await application().post(path, '{')).status).toBe(400)
    expect(asked[0]?.body).toBeUndefined()
  })
})
