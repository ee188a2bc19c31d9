import { toFen } from '@/domain/money'
import { priceText } from './price'

it.each([
  [0, '¥0'],
  [5, '¥0.05'],
  [50, '¥0.5'],
  [100, '¥1'],
  [2_990, '¥29.9'],
  [12_800, '¥128'],
  [10_000, '¥100'],
  [99_999_999, '¥999999.99'],
])('writes %i fen as %s', (fen, text) => {
  expect(priceText(toFen(fen))).toBe(text)
})
