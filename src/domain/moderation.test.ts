import { blockedWords } from './blocked-words'
import { messageIdOf, senderOf } from './chat-message'
import { composeId } from './ids'
import { moderate, RATE, REPEATS, saysPhrase, slowModeLeftMs, type Speech } from './moderation'
import { err, ok } from './result'
import { SECOND } from './time'

const NOW = 1_800_000_000_000
const aSpeech = (overrides: Partial<Speech> = {}): Speech => ({
  text: '甜吗',
  now: NOW,
  isStaff: false,
  isBanned: false,
  isMuted: false,
  slowModeSeconds: 0,
  before: [],
  words: blockedWords(['加微信']),
  ...overrides,
})
const said = (text: string, agoMs: number) => ({ text, at: NOW - agoMs })
const many = (count: number, agoMs: number) =>
  Array.from({ length: count }, (_, n) => said(`第 ${n} 句`, agoMs))

it('lets through what is in order, cleaned', () => {
  expect(moderate(aSpeech({ text: ' 甜\u200b吗 ' }))).toEqual(ok('甜吗'))
})

it.each([
  ['of somebody who is shown out', aSpeech({ isBanned: true, isMuted: true }), 'chat-banned'],
  ['of somebody who is muted', aSpeech({ isMuted: true }), 'chat-muted'],
  ['that is empty', aSpeech({ text: ' ' }), 'chat-empty'],
  ['that is too long', aSpeech({ text: '长'.repeat(201) }), 'chat-too-long'],
  ['with a blocked word', aSpeech({ text: '加.微.信' }), 'chat-refused'],
  ['too soon in slow mode', aSpeech({ slowModeSeconds: 10, before: many(1, 9_999) }), 'chat-slow-mode'],
  ['after too many others', aSpeech({ before: many(RATE.messages, 9_000) }), 'chat-too-fast'],
  [
    'that was said too often',
    aSpeech({ before: [said('甜 吗', 20_000), said('甜吗!', 25_000)] }),
    'chat-repeated',
  ],
  ['of the same signs', aSpeech({ text: '!!', before: [said('!!', 1), said('!!', 2)] }), 'chat-repeated'],
])('refuses a message %s', (_case, speech, refusal) => {
  expect(moderate(speech)).toEqual(err(refusal))
})

it.each([
  ['in slow mode when the wait is over', { slowModeSeconds: 10, before: many(1, 10 * SECOND) }],
  ['when the others were long ago', { before: many(20, RATE.withinMs) }],
  ['once again', { before: [said('甜吗', 1)] }],
  [
    'again later',
    {
      before: [said('甜吗', REPEATS.withinMs), said('甜吗', REPEATS.withinMs)],
    },
  ],
  ['of different signs', { text: '!!', before: [said('??', 1), said('…', 2)] }],
])('lets a message through %s', (_case, overrides) => {
  expect(moderate(aSpeech(overrides)).ok).toBe(true)
})

it('holds the shop’s people to the length only', () => {
  const busy = { isStaff: true, slowModeSeconds: 60, before: many(20, 1) }
  expect(moderate(aSpeech({ ...busy, text: '加微信' }))).toEqual(ok('加微信'))
  expect(moderate(aSpeech({ ...busy, text: '' }))).toEqual(err('chat-empty'))
})

it('tells how long to wait', () => {
  const before = [said('早', 50_000), said('晚', 4_000)]
  expect(slowModeLeftMs({ now: NOW, slowModeSeconds: 10, before })).toBe(6_000)
  expect(slowModeLeftMs({ now: NOW, slowModeSeconds: 0, before })).toBe(0)
  expect(slowModeLeftMs({ now: NOW, slowModeSeconds: 10, before: [] })).toBe(0)
})

it.each([
  ['脐橙真甜', '脐橙真甜', true],
  ['我来了，脐橙、真 甜！', '脐橙真甜', true],
  ['ＢＯＸ１', 'box 1', true],
  ['❤❤', '❤', true],
  ['脐橙不甜', '脐橙真甜', false],
])('hears in “%s” the phrase “%s”: %s', (text, phrase, isHeard) => {
  expect(saysPhrase(text, phrase)).toBe(isHeard)
})

it('knows by its id who said a message', () => {
  const mei = composeId('user', 'mei'.padEnd(20, '0'))
  expect(senderOf(messageIdOf(mei, 4_294_967_295))).toBe(mei)
  expect([senderOf('u_x-1'), senderOf(mei), senderOf(`${mei}-x`)]).toEqual([null, null, null])
})
