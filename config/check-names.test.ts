import { isWellNamed } from './check-names'

it.each([
  'src/domain/money.ts',
  'src/domain/money.test.ts',
  'src/platform/player.alipay.ts',
  'src/features/feed/feed-list.module.scss',
  'cloudfunctions/_kernel/ports/clock.ts',
  'test/contract/order-store.contract.ts',
])('accepts %s', (file) => {
  expect(isWellNamed(file)).toBe(true)
})

it.each(['src/ui/Price.tsx', 'src/platform/pay.port.ts', 'src/Features/feed.ts', 'src/ui/two_words.ts'])(
  'refuses %s',
  (file) => {
    expect(isWellNamed(file)).toBe(false)
  },
)
