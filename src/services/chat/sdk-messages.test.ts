import { sdkText } from '../../../test/builders/fake-chat-sdk'
import { readSdkMessage, readSentMessage } from './sdk-messages'

const reading = { groupId: 'room', userId: 'me', isOld: false }

it('reads a line, with its time in milliseconds', () => {
  expect(readSdkMessage(sdkText(), reading)).toEqual({
    kind: 'line',
    line: {
      id: 'mei-1',
      userId: 'mei',
      nickname: '小美',
      avatarUrl: 'https://pic.test/mei.png',
      text: '甜吗?',
      at: 1_700_000_000_000,
      isOwn: false,
      isBuyer: false,
      isOld: false,
    },
  })
})

it.each([
  ['a script for a picture', { avatar: 'javascript:alert(1)' }, { avatarUrl: '' }],
  ['no picture', { avatar: undefined }, { avatarUrl: '' }],
  ['a picture of our own', { avatar: '/media/mei.png' }, { avatarUrl: '/media/mei.png' }],
  ['no name', { nick: undefined }, { nickname: '' }],
  ['hidden characters', { payload: { text: '甜\u202e吗' } }, { text: '甜吗' }],
  ['ourselves as the sender', { from: 'me' }, { isOwn: true }],
  ['the badge of a buyer', { cloudCustomData: '{"v":1,"isBuyer":true}' }, { isBuyer: true }],
  ['no badge', { cloudCustomData: '{"v":1,"isBuyer":false}' }, { isBuyer: false }],
  ['somebody’s own data', { cloudCustomData: '{"isBuyer":true}' }, { isBuyer: false }],
  ['data that is no JSON', { cloudCustomData: '{' }, { isBuyer: false }],
])('reads a line with %s', (_case, changes, line) => {
  expect(readSdkMessage(sdkText(changes), reading)).toMatchObject({ kind: 'line', line })
})

it.each([
  ['a line of another room', { to: 'elsewhere' }],
  ['a line that is too long', { payload: { text: '长'.repeat(201) } }],
  ['a line that was taken back', { isRevoked: true }],
  ['an empty line', { payload: { text: '' } }],
  ['a picture message', { type: 'TIMImageElem' }],
])('ignores %s', (_case, changes) => {
  expect(readSdkMessage(sdkText(changes), reading)).toBeNull()
})

it('reads what was sent from the SDK’s answer, and nothing from an odd one', () => {
  expect(readSentMessage({ data: { message: sdkText({ from: 'me' }) } }, reading)).toMatchObject({
    isOwn: true,
  })
  expect(readSentMessage({ data: {} }, reading)).toBeNull()
})
