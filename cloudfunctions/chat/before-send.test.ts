import { composeId } from '@/domain/ids'
import { roomId } from '../../test/builders/room'
import { beforeSend } from './before-send'

const userId = composeId('user', 'mei'.padEnd(20, '0'))
const judge = (text: string | null) => beforeSend({ roomId, userId, text })

it('allows a text, cleaned', () => {
  expect(judge(' 甜\u200b吗?\n')).toEqual({ kind: 'allow', text: '甜吗?' })
})

it('leaves markup what it is: text', () => {
  expect(judge('<b>甜</b>')).toEqual({ kind: 'allow', text: '<b>甜</b>' })
})

it.each([
  ['an empty text', ' ', 'chat-empty'],
  ['a text that is too long', '长'.repeat(5_000), 'chat-too-long'],
  ['what is not one text', null, 'chat-refused'],
])('refuses %s', (_case, text, reason) => {
  expect(judge(text)).toEqual({ kind: 'refuse', reason })
})
