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
  body: { GroupId: roomId, From_Account: userId, MsgBody: elements, ...changes },
})
const allowed = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const allowUnchanged = (): ChatVerdict => ({ kind: 'allow', text: '你好' })

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
  it('is shown to the judge with room, sender and text', () => {
    const judge = jest.fn(allowUnchanged)
    expect(replyToWebhook(webhook([textElement('你好')]), judge)).toEqual(ok(allowed))
    expect(judge).toHaveBeenCalledWith({ roomId, userId, text: '你好' })
  })

  it('is rewritten when the judge changes it', () => {
    const reply = replyToWebhook(webhook([textElement(' 你好 ')]), allowUnchanged)
    expect(reply).toEqual(ok({ ...allowed, MsgBody: [textElement('你好')] }))
  })

  it('is refused with the judge’s reason', () => {
    const refuse = (): ChatVerdict => ({ kind: 'refuse', reason: 'chat-too-long' })
    const refused = { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'chat-too-long' }
    expect(replyToWebhook(webhook([textElement('…')]), refuse)).toEqual(ok(refused))
  })

  it.each([
    ['nothing', []],
    ['two texts', [textElement('a'), textElement('b')]],
    ['a picture', [{ MsgType: 'TIMImageElem', MsgContent: { Text: 'a' } }]],
    ['a text without text', [{ MsgType: 'TIMTextElem', MsgContent: {} }]],
  ])('has no text when it holds %s', (_case, elements) => {
    const judge = jest.fn((): ChatVerdict => ({ kind: 'refuse', reason: 'chat-refused' }))
    replyToWebhook(webhook(elements), judge)
    expect(judge).toHaveBeenCalledWith({ roomId, userId, text: null })
  })

  it.each([
    ['no body', { query, body: undefined }],
    ['a group that is not a room', webhook([], { GroupId: '@TGS#1' })],
    ['a sender who is not a user', webhook([], { From_Account: 'administrator' })],
    ['elements that are none', webhook([], { MsgBody: 'text' })],
  ])('is malformed with %s', (_case, malformed) => {
    expect(replyToWebhook(malformed, allowUnchanged)).toEqual(err({ code: 'malformed' }))
  })
})

it('says yes to everything else the vendor tells', () => {
  const told = { query: { ...query, CallbackCommand: 'Group.CallbackAfterSendMsg' }, body: { any: 1 } }
  expect(replyToWebhook(told, allowUnchanged)).toEqual(ok(allowed))
})
