import { clockText, lengthText } from './clock-text'
import { zhCn } from './words/zh-cn'

it.each([
  [0, '0:00'],
  [65_999, '1:05'],
  [3_725_000, '1:02:05'],
])('writes a place at %d ms as %s', (ms, text) => {
  expect(clockText(ms)).toBe(text)
})

it.each([
  [5_000, '1 分钟'],
  [59 * 60_000, '59 分钟'],
  [95 * 60_000, '1 小时 35 分钟'],
])('writes a length of %d ms as %s', (ms, text) => {
  expect(lengthText(ms, zhCn)).toBe(text)
})
