import { composeId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { roomId } from '../../../../test/builders/room'
import type { ChatVerdict } from '../../ports/chat-groups'
import { isFromVendor, replyToWebhook } from './webhook'

const userId = composeId('user', 'mei'.padEnd(20, '0'))
const expected = { sdkAppId: 1400000001, webhookToken: 'secret' }
const query = { SdkAppid: '1400000001', token: 'secret', CallbackCommand: 'Group.CallbackBeforeSendMsg' }
const textElement = (text: string) => ({ MsgType: 'TIMTextElem', MsgContent: { Text: text } })
const webhook = (elements: readonly object[], changes: object = {}) => ({
  query,
  body: { GroupId: roomId, From_Account: userId, Random: 7, MsgBody: elements, ...changes },
})
const allowed = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const listening = (verdict: ChatVerdict = { kind: 'allow', text: '你好', isBuyer: false }) => ({
  judge: jest.fn(async () => verdict),
  wasSent: jest.fn(async () => undefined),
})

describe('who is asking', () => {
  it('is the vendor when token and app are ours', () => {
    expect(isFromVendor({ query, body: {} }, expected)).toBe(true)
  })
  it.each([
    ['another token', { token: 'guess' }],
    ['a token that only begins like ours', { token: 'secre' }],
    ['another app', { SdkAppid: '1400000002' }],
  ])('is not the vendor with %s', (_case, change) => {
    expect(isFromVendor({ query: { ...query, ...change }, body: {} }, expected)).toBe(false)
  })
  it('is not the vendor without token and app', () => {
    expect(isFromVendor({ query: {}, body: {} }, expected)).toBe(false)
  })
})

describe('a message about to be sent', () => {
  it('is shown to the judge with room, sender, number and text', async () => {
    const listener = listening()
    await replyToWebhook(webhook([textElement('你好')]), listener)
    expect(listener.judge).toHaveBeenCalledWith({ roomId, userId, random: 7, text: '你好' })
  })

  it.each([
    [false, '{"v":1,"isBuyer":false}'],
    [true, '{"v":1,"isBuyer":true}'],
  ])('goes out with the judge’s text and a badge of ours (buyer: %s)', async (isBuyer, badge) => {
    const forged = { CloudCustomData: '{"v":1,"isBuyer":true}' }
    const listener = listening({ kind: 'allow', text: '你好', isBuyer })
    expect(await replyToWebhook(webhook([textElement(' 你好 ')], forged), listener)).toEqual(
      ok({ ...allowed, MsgBody: [textElement('你好')], CloudCustomData: badge }),
    )
  })

  it.each([
    ['chat-too-long', 1],
    ['chat-refused', 1],
    ['chat-banned', 10101],
    ['chat-muted', 10102],
    ['chat-slow-mode', 10103],
    ['chat-too-fast', 10104],
    ['chat-repeated', 10105],
    ['chat-unavailable', 10106],
  ] as const)('is refused for %s with code %s', async (reason, code) => {
    const refused = { ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: reason }
    const reply = await replyToWebhook(webhook([textElement('…')]), listening({ kind: 'refuse', reason }))
    expect(reply).toEqual(ok(refused))
  })

  it.each([
    ['nothing', []],
    ['two texts', [textElement('a'), textElement('b')]],
    ['a picture', [{ MsgType: 'TIMImageElem', MsgContent: { Text: 'a' } }]],
    ['a text without text', [{ MsgType: 'TIMTextElem', MsgContent: {} }]],
  ])('has no text when it holds %s', async (_case, elements) => {
    const listener = listening({ kind: 'refuse', reason: 'chat-refused' })
    await replyToWebhook(webhook(elements), listener)
    expect(listener.judge).toHaveBeenCalledWith({ roomId, userId, random: 7, text: null })
  })

  it.each([
    ['no body', { query, body: undefined }],
    ['a group that is not a room', webhook([], { GroupId: '@TGS#1' })],
    ['a sender who is not a user', webhook([], { From_Account: 'administrator' })],
    ['no number', webhook([], { Random: undefined })],
    ['a number that no client draws', webhook([], { Random: 2 ** 32 })],
    ['elements that are none', webhook([], { MsgBody: 'text' })],
  ])('is refused, unread, with %s: the vendor takes an error for a yes', async (_case, malformed) => {
    const listener = listening()
    const reply = await replyToWebhook(malformed, listener)
    expect(reply).toMatchObject({ ok: true, value: { ErrorCode: 1, ErrorInfo: 'chat-refused' } })
    expect(listener.judge).not.toHaveBeenCalled()
  })
})

describe('a message that was sent', () => {
  const told = (changes: object = {}) => ({
    query: { ...query, CallbackCommand: 'Group.CallbackAfterSendMsg' },
    body: { GroupId: roomId, From_Account: userId, Random: 7, MsgSeq: 12, ...changes },
  })

  it('is told with the vendor’s number', async () => {
    const listener = listening()
    expect(await replyToWebhook(told(), listener)).toEqual(ok(allowed))
    expect(listener.wasSent).toHaveBeenCalledWith({ roomId, userId, random: 7, seq: 12 })
  })

  it('is malformed without one', async () => {
    expect(await replyToWebhook(told({ MsgSeq: 'x' }), listening())).toEqual(err({ code: 'malformed' }))
  })
})

it('says yes to everything else the vendor tells', async () => {
  const told = { query: { ...query, CallbackCommand: 'Group.CallbackAfterNewMemberJoin' }, body: { any: 1 } }
  expect(await replyToWebhook(told, listening())).toEqual(ok(allowed))
})
