import { countText } from './count-text'

it.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1_000, '1000', '1K'],
  [9_999, '9999', '9.9K'],
  [10_000, '1万', '10K'],
  [12_999, '1.2万', '12.9K'],
  [1_000_000, '100万', '1000K'],
])('says %i without claiming more', (count, chinese, english) => {
  expect(countText(count, 'zh-cn')).toBe(chinese)
  expect(countText(count, 'en')).toBe(english)
})
