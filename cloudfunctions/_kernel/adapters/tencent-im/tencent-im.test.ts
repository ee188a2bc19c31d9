import { composeId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { DAY } from '@/domain/time'
import { FakeClock } from '../../../../test/builders/fake-clock'
import { roomId } from '../../../../test/builders/room'
import { tencentIm } from './tencent-im'

const userId = composeId('user', 'mei'.padEnd(20, '0'))

interface Asked {
  readonly url: URL
  readonly body: unknown
}

function vendorThatAnswers(answer: () => Response | Promise<Response>) {
  const asked: Asked[] = []
  const clock = new FakeClock()
  const groups = tencentIm({
    sdkAppId: 1400000001,
    secretKey: 'key',
    adminId: 'administrator',
    restUrl: 'https://im.test',
    webhookToken: 'secret',
    clock,
    random: () => 0.5,
    fetch: async (url, init) => {
      const text = typeof init?.body === 'string' ? init.body : ''
      asked.push({ url: new URL(url instanceof Request ? url.url : url), body: JSON.parse(text) })
      return answer()
    },
  })
  return { groups, asked, clock }
}
const saying = (ErrorCode: number) => () => Response.json({ ActionStatus: 'x', ErrorCode, ErrorInfo: 'why' })

it('makes a live room’s group, with a name cut to what the vendor takes', async () => {
  const { groups, asked } = vendorThatAnswers(saying(0))
  await groups.ensureGroup(roomId, '云岭果园脐橙开园直播专场')
  expect(asked[0]?.url.pathname).toBe('/v4/group_open_http_svc/create_group')
  expect(asked[0]?.body).toEqual({ Type: 'AVChatRoom', GroupId: roomId, Name: '云岭果园脐橙开园直播' })
})

it('shows that it is the administrator, with a random number', async () => {
  const { groups, asked } = vendorThatAnswers(saying(0))
  await groups.introduce(userId, '小美', '/media/mei.png')
  const query = asked[0]?.url.searchParams
  expect(query?.get('identifier')).toBe('administrator')
  expect(query?.get('sdkappid')).toBe('1400000001')
  expect(query?.get('random')).toBe('2147483648')
  expect(query?.get('usersig')).toMatch(/^eJ/)
  expect(asked[0]?.body).toEqual({ UserID: userId, Nick: '小美', FaceUrl: '/media/mei.png' })
})

it('is content with a group that is there already', async () => {
  await expect(vendorThatAnswers(saying(10021)).groups.ensureGroup(roomId, '房')).resolves.toBeUndefined()
})

it('takes a notice to a group that is not there as heard by everybody in it', async () => {
  await expect(vendorThatAnswers(saying(10010)).groups.notify(roomId, '{}')).resolves.toBeUndefined()
})

it('keeps people quiet or out, lets them speak and in again, and takes messages back', async () => {
  const { groups, asked } = vendorThatAnswers(saying(0))
  await groups.mute(roomId, userId, 600)
  await groups.mute(roomId, userId, null)
  await groups.mute(roomId, userId, 0)
  await groups.ban(roomId, userId)
  await groups.unban(roomId, userId)
  await groups.recall(roomId, 12)
  const people = { GroupId: roomId, Members_Account: [userId] }
  expect(asked.map(({ url, body }) => [url.pathname.split('/').at(-1), body])).toEqual([
    ['forbid_send_msg', { ...people, MuteTime: 600 }],
    ['forbid_send_msg', { ...people, MuteTime: 4_294_967_295 }],
    ['forbid_send_msg', { ...people, MuteTime: 0 }],
    ['ban_group_member', { ...people, Duration: 4_294_967_295 }],
    ['unban_group_member', people],
    ['group_msg_recall', { GroupId: roomId, MsgSeqList: [{ MsgSeq: 12 }] }],
  ])
})

it('throws what the vendor refuses', async () => {
  const { groups } = vendorThatAnswers(saying(10036))
  await expect(groups.ensureGroup(roomId, '房')).rejects.toMatchObject({ code: 10036 })
})

it.each([
  ['does not answer', () => Promise.reject(new DOMException('too late', 'TimeoutError'))],
  ['answers something else', () => new Response('<html>')],
  ['answers without a code', () => Response.json({})],
])('throws, with the cause, when the vendor %s', async (_case, answer) => {
  const failure: unknown = await vendorThatAnswers(answer)
    .groups.notify(roomId, '{}')
    .catch((error: unknown) => error)
  expect(failure).toMatchObject({ message: expect.stringContaining('did not answer') as string })
  expect(failure instanceof Error && failure.cause).toBeTruthy()
})

it('signs people in for one day', () => {
  const { groups, clock } = vendorThatAnswers(saying(0))
  expect(groups.sign(userId)).toMatchObject({ sdkAppId: 1400000001, expiresAt: clock.now() + DAY })
})

it('answers webhooks of the vendor, and nobody else’s', async () => {
  const { groups } = vendorThatAnswers(saying(0))
  const query = { SdkAppid: '1400000001', token: 'secret', CallbackCommand: 'Group.CallbackAfterMemberExit' }
  const listener = {
    judge: async () => ({ kind: 'refuse', reason: 'chat-refused' }) as const,
    wasSent: async () => undefined,
  }
  expect(await groups.answerWebhook({ query, body: {} }, listener)).toEqual(
    ok({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }),
  )
  const forged = { query: { ...query, token: 'guess' }, body: {} }
  expect(await groups.answerWebhook(forged, listener)).toEqual(err({ code: 'forged' }))
})
