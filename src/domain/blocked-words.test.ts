import { blockedWords, holdsBlockedWord } from './blocked-words'

const words = blockedWords(['加微信', 'VX', '微 信 号', '', '😀'])

it('keeps words as they are looked for, and none that is no word', () => {
  expect(words).toEqual(['加微信', 'vx', '微信号'])
})

it.each([
  '加微信',
  '快来加 微 信 吧',
  '加.微.信',
  '加\u200b微\u200b信',
  '加🍊微🍊信',
  '我的Ｖ Ｘ号',
  'ｖｘ123',
  'v-x',
  'V·X',
  'vx',
  '我 v\u0301x 号',
])('sees through %j', (text) => {
  expect(holdsBlockedWord(text, words)).toBe(true)
})

it.each(['微信支付', 'love x-rays', 'tv xi', 'vxy', '', '🍊'])('leaves %j alone', (text) => {
  expect(holdsBlockedWord(text, words)).toBe(false)
})

it('finds the second place when the first is inside another word', () => {
  expect(holdsBlockedWord('lovex 我的vx', words)).toBe(true)
})
