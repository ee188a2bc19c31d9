import type * as FakeHostFile from '../../../test/builders/fake-host'
import { atNow } from '../../../test/builders/room-offers'
import { aShelfProduct, aSku, productIdOf, skuIdOf } from '../../../test/builders/room'
import { toFen } from '@/domain/money'
import { type Screen, show } from '../../../test/builders/screen'
import { ExplainCards, type ExplainCardsProps } from './explain-cards'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const onBuy = jest.fn()
const oranges = aShelfProduct(2)
let screen: Screen<ExplainCardsProps>

beforeEach(async () => {
  onBuy.mockClear()
  screen = await show(ExplainCards, { products: [oranges], at: atNow(), onBuy })
})
afterEach(() => {
  screen.close()
})

it('shows the number, the name and the price, and is one tap from buying', async () => {
  expect(screen.text()).toContain('2')
  expect(screen.text()).toContain('赣南脐橙')
  expect(screen.text()).toContain('¥29.9')
  await screen.tap('购买 赣南脐橙')
  expect(onBuy.mock.calls).toEqual([[oranges]])
})

it('turns to its sold-out face while it is on screen', async () => {
  await screen.setProps({ products: [{ ...oranges, skus: [aSku(1, { available: 0 })] }] })
  expect(screen.text()).toContain('已抢光')
  expect(screen.isOff('赣南脐橙 已抢光')).toBe(true)
  await screen.tap('赣南脐橙 已抢光')
  expect(onBuy).not.toHaveBeenCalled()
})

it('comes back when more is put in', async () => {
  await screen.setProps({ products: [{ ...oranges, skus: [aSku(1, { available: 0 })] }] })
  await screen.setProps({ products: [oranges] })
  expect(screen.isOff('购买 赣南脐橙')).toBe(false)
})

it('shows the price of this moment, or that it is not out yet', async () => {
  await screen.setProps({ at: atNow({ livePrices: { [skuIdOf(2)]: toFen(1990) } }) })
  expect(screen.text()).toContain('¥19.9¥29.9')
  await screen.setProps({ at: atNow({ hiddenPrices: [productIdOf(2)] }) })
  expect(screen.text()).toContain('¥？')
  expect(screen.text()).not.toContain('29.9')
})

it('shows what it is explained together with beside it, each one tap from buying', async () => {
  const [pear, apple] = [aShelfProduct(3, { name: '秋月梨' }), aShelfProduct(4, { name: '红富士苹果' })]
  await screen.setProps({ products: [oranges, pear, { ...apple, skus: [aSku(4, { available: 0 })] }] })
  await screen.tap('购买 秋月梨')
  expect(onBuy.mock.calls).toEqual([[pear]])
  expect(screen.isOff('红富士苹果 已抢光')).toBe(true)
})
