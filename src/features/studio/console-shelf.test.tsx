import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { aRoomState, aShelfProduct, productIdOf, roomId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { ConsoleShelf, type ConsoleShelfProps } from './console-shelf'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const apple = aShelfProduct(2, { name: '红富士苹果' })
const state = aRoomState({ shelf: [aShelfProduct(1), apple] })
const onChanged = jest.fn()
const onPrices = jest.fn()
/** With the page's place for toasts. */
const InPage = (props: ConsoleShelfProps) => (
  <Page>
    <ConsoleShelf {...props} />
  </Page>
)
let screen: Screen<ConsoleShelfProps>

beforeEach(async () => {
  host.reset()
  onChanged.mockClear()
  for (const operation of ['explain', 'stop-explaining', 'take-off-shelf'])
    host.answer(`shelf/${operation}`, () => data({}))
  screen = await show(InPage, { state, asks: {}, onChanged, onPrices })
})
afterEach(() => {
  screen.close()
})

it('explains a product, and lets the room’s log tell that it did', async () => {
  await screen.tap('讲解 红富士苹果')
  expect(host.asked('shelf/explain')[0]?.input).toEqual({
    roomId,
    productId: productIdOf(2),
    together: false,
  })
  expect(onChanged).toHaveBeenCalledTimes(1)
  expect(screen.text()).not.toContain('停止讲解')
  await screen.setProps({ state: { ...state, explaining: [apple.id] } })
  await screen.tap('停止讲解')
  expect(host.asked('shelf/stop-explaining').map(({ input }) => input)).toEqual([
    { roomId, productId: productIdOf(2) },
  ])
})

it('explains a product together with another', async () => {
  expect(() => screen.isOff('一起讲 赣南脐橙')).toThrow('Nothing to tap')
  await screen.setProps({ state: { ...state, explaining: [apple.id] } })
  await screen.tap('一起讲 赣南脐橙')
  expect(host.asked('shelf/explain')[0]?.input).toEqual({
    roomId,
    productId: productIdOf(1),
    together: true,
  })
})

it('shows whose price is not told yet', async () => {
  expect(screen.text()).not.toContain('未报价')
  await screen.setProps({ state: { ...state, offers: { ...state.offers, hiddenPrices: [apple.id] } } })
  expect(screen.text()).toContain('未报价')
})

it('leads to a product’s prices in the room', async () => {
  await screen.tap('红富士苹果 的直播价')
  expect(onPrices).toHaveBeenCalledWith(apple)
})

it('says why a product was not explained', async () => {
  host.answer('shelf/explain', () => refusal('product-off-shelf'))
  await screen.tap('讲解 红富士苹果')
  expect(screen.text()).toContain('商品已下架')
  expect(onChanged).not.toHaveBeenCalled()
})

it('explains nothing before the show, and changes nothing after it', async () => {
  await screen.setProps({ state: { ...state, room: { ...state.room, status: 'upcoming' } } })
  expect(screen.isOff('讲解 红富士苹果')).toBe(true)
  await screen.setProps({ state: { ...state, room: { ...state.room, status: 'ended' } } })
  expect(() => screen.isOff('下架 红富士苹果')).toThrow('Nothing to tap')
  expect(screen.text()).not.toContain('添加商品')
})

it('puts a product on the shelf from the library, found by its name', async () => {
  host.answer('shelf/list-products', () =>
    data({ products: [apple, aShelfProduct(3, { name: '突尼斯石榴' })] }),
  )
  host.answer('shelf/put-on-shelf', () => data({ product: aShelfProduct(3) }))
  await screen.tap('添加商品')
  await screen.type('搜商品', '石榴')
  expect(screen.text()).not.toContain('已上架')
  await screen.tap('上架 突尼斯石榴')
  expect(host.asked('shelf/put-on-shelf')[0]?.input).toEqual({ roomId, productId: productIdOf(3) })
  await screen.type('搜商品', '没有的')
  expect(screen.text()).toContain('没有这样的商品')
})

it('shows how many wait for what, and what most wait for', async () => {
  expect(screen.text()).not.toContain('求讲解')
  await screen.setProps({ asks: { [apple.id]: 3 } })
  expect(screen.text()).toContain('3 人求讲解')
  expect(screen.text()).not.toContain('最热')
  await screen.setProps({ asks: { [productIdOf(1)]: 1, [apple.id]: 3 } })
  expect(screen.text()).toContain('1 人求讲解')
  expect(screen.text()).toContain('3 人求讲解 · 最热')
})
