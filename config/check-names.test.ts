import { isWellNamed, unheardPlatformFiles } from './check-names'

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

it('finds a platform’s file that Taro would not', () => {
  const heard = ['src/a.ts', 'src/a.h5.ts', 'src/b.tsx', 'src/b.weapp.tsx', 'src/c.alipay.tsx']
  expect(unheardPlatformFiles([...heard, 'src/d.ts', 'src/d.h5.tsx'])).toEqual(['src/d.h5.tsx'])
})
