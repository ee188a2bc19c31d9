import type * as FakeHostFile from '../../../test/builders/fake-host'
import { aShelfProduct, aSku } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { ExplainCard, type ExplainCardProps } from './explain-card'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const onBuy = jest.fn()
const oranges = aShelfProduct(2)
let screen: Screen<ExplainCardProps>

beforeEach(async () => {
  onBuy.mockClear()
  screen = await show(ExplainCard, { product: oranges, onBuy })
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
  await screen.setProps({ product: { ...oranges, skus: [aSku(1, { available: 0 })] } })
  expect(screen.text()).toContain('已抢光')
  expect(screen.isOff('赣南脐橙 已抢光')).toBe(true)
  await screen.tap('赣南脐橙 已抢光')
  expect(onBuy).not.toHaveBeenCalled()
})
