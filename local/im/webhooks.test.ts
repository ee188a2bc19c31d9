import { imSettings, type PostWebhook } from './settings'
import { Webhooks } from './webhooks'

const elements = [{ MsgType: 'TIMTextElem', MsgContent: { Text: '甜吗' } }]
const message = { groupId: 'room', from: 'mei', random: 7, elements, customData: '{"mine":1}' }
const app = { sdkAppId: 1, secretKey: 'key', adminId: 'admin' }

function webhooksAnswered(answer: () => Promise<Response>) {
  const calls: { readonly url: string; readonly body: unknown }[] = []
  const post: PostWebhook = (url, { body }) => {
    calls.push({ url: url.href, body: JSON.parse(body) })
    return answer()
  }
  const settings = imSettings({ ...app, webhookUrl: 'http://functions.test/notify/im/token', fetch: post })
  return { webhooks: new Webhooks(settings), calls }
}
const saying = (body: object) => async () => Response.json(body)

it('asks before sending, in the vendor’s words', async () => {
  const { webhooks, calls } = webhooksAnswered(saying({ ErrorCode: 0 }))
  await webhooks.beforeSend(message)
  expect(calls).toEqual([
    {
      url: 'http://functions.test/notify/im/token?SdkAppid=1&CallbackCommand=Group.CallbackBeforeSendMsg&contenttype=json&ClientIP=127.0.0.1&OptPlatform=Web',
      body: {
        CallbackCommand: 'Group.CallbackBeforeSendMsg',
        GroupId: 'room',
        Type: 'AVChatRoom',
        From_Account: 'mei',
        Operator_Account: 'mei',
        Random: 7,
        MsgBody: elements,
        CloudCustomData: '{"mine":1}',
      },
    },
  ])
})

const delivered = { kind: 'deliver', elements, customData: '{"mine":1}', isRewritten: false }
const rewritten = [{ MsgType: 'TIMTextElem', MsgContent: { Text: '**' } }]
it.each([
  ['yes', { ErrorCode: 0 }, delivered],
  [
    'yes, rewritten',
    { ErrorCode: 0, MsgBody: rewritten },
    { ...delivered, elements: rewritten, isRewritten: true },
  ],
  ['yes, with other data', { ErrorCode: 0, CloudCustomData: '{}' }, { ...delivered, customData: '{}' }],
  ['no', { ErrorCode: 1, ErrorInfo: 'why' }, { kind: 'refuse', code: 10016, info: 'why' }],
  ['no, with a code of its own', { ErrorCode: 10101 }, { kind: 'refuse', code: 10101, info: '' }],
  ['a silent no', { ErrorCode: 2 }, { kind: 'discard' }],
  ['a code without meaning', { ErrorCode: 77 }, delivered],
  ['no code', {}, delivered],
])('takes %s for what it means', async (_case, answer, verdict) => {
  expect(await webhooksAnswered(saying(answer)).webhooks.beforeSend(message)).toEqual(verdict)
})

it.each([
  ['late', () => Promise.reject(new DOMException('2 s', 'TimeoutError'))],
  ['no JSON', async () => new Response('<html>')],
  ['an error', async () => Response.json({ ErrorCode: 1 }, { status: 500 })],
])('delivers the message when the answer is %s', async (_case, answer) => {
  expect(await webhooksAnswered(answer).webhooks.beforeSend(message)).toEqual(delivered)
})

it('tells of what happened, and waits for nobody', () => {
  const { webhooks, calls } = webhooksAnswered(() => new Promise(() => undefined))
  webhooks.afterSend(message, 9)
  webhooks.afterJoin('room', 'mei')
  webhooks.afterExit('room', 'mei')
  expect(calls.map(({ body }) => body)).toMatchObject([
    { CallbackCommand: 'Group.CallbackAfterSendMsg', MsgSeq: 9 },
    { CallbackCommand: 'Group.CallbackAfterNewMemberJoin', NewMemberList: [{ Member_Account: 'mei' }] },
    { CallbackCommand: 'Group.CallbackAfterMemberExit', ExitMemberList: [{ Member_Account: 'mei' }] },
  ])
})

it('calls nobody without an address, and not too many at once', async () => {
  const silent = new Webhooks(imSettings(app))
  expect(await silent.beforeSend(message)).toEqual(delivered)
  const { webhooks, calls } = webhooksAnswered(() => new Promise(() => undefined))
  for (let n = 0; n < 300; n += 1) webhooks.afterSend(message, n)
  expect(calls).toHaveLength(200)
})
