import type * as FakeHostFile from '../../../test/builders/fake-host'
import { aRoomSale, atNow } from '../../../test/builders/room-offers'
import { aShelfProduct, aSku, productIdOf, skuIdOf } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { toFen } from '@/domain/money'
import { HOUR } from '@/domain/time'
import type { Asking } from './ask-chip'
import { ShelfList, type ShelfListProps } from './shelf-list'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const onBuy = jest.fn()
let screen: Screen<ShelfListProps>

async function showShelf(overrides: Partial<ShelfListProps> = {}): Promise<void> {
  const empty = { shelf: [], explaining: [], at: atNow(), isOnSale: true, asking: null, onBuy }
  screen = await show(ShelfList, { ...empty, ...overrides })
}
const names = (): readonly string[] =>
  [...document.querySelectorAll('.row')].map((row) => row.querySelector('.words .name')?.textContent ?? '')

beforeEach(() => onBuy.mockClear())
afterEach(() => {
  screen.close()
})

const oranges = aShelfProduct(1, { name: '赣南脐橙' })
const grapes = aShelfProduct(2, { name: '阳光玫瑰', skus: [aSku(2, { available: 0 })] })
const berries = aShelfProduct(3, { name: '高山蓝莓', skus: [aSku(3, { available: 500 }), aSku(4)] })

it('numbers the products and says how few are left', async () => {
  await showShelf({ shelf: [oranges, berries] })
  expect(names()).toEqual(['赣南脐橙', '高山蓝莓'])
  expect(screen.text()).toContain('剩 10 件')
  expect(screen.text()).toContain('2 个款式')
  expect(screen.text()).toContain('起')
})

it('hands the product on when it is bought', async () => {
  await showShelf({ shelf: [oranges, berries] })
  await screen.tap('购买 高山蓝莓')
  expect(onBuy.mock.calls).toEqual([[berries]])
})

it('sells nothing that is sold out', async () => {
  await showShelf({ shelf: [grapes] })
  expect(screen.isOff('阳光玫瑰 已抢光')).toBe(true)
  await screen.tap('阳光玫瑰 已抢光')
  expect(onBuy).not.toHaveBeenCalled()
})

it('sells nothing before the show', async () => {
  await showShelf({ shelf: [oranges], isOnSale: false })
  expect(screen.isOff('待开播')).toBe(true)
})

it('puts what is being explained first and marks it', async () => {
  await showShelf({ shelf: [oranges, berries], explaining: [productIdOf(3)] })
  expect(names()).toEqual(['高山蓝莓', '赣南脐橙'])
  expect(document.querySelectorAll('.mark')).toHaveLength(1)
})

it('says that it is empty', async () => {
  await showShelf()
  expect(screen.text()).toContain('货架还是空的')
})

it('offers a search from nine products on, by name and by number', async () => {
  const many = Array.from({ length: 9 }, (_, index) =>
    aShelfProduct(index + 1, { name: `商品${index + 1}甲` }),
  )
  await showShelf({ shelf: many })
  await screen.type('搜货架', '7')
  await screen.settle()
  expect(names()).toEqual(['商品7甲'])
  await screen.type('搜货架', '没有的')
  await screen.settle()
  expect(screen.text()).toContain('没有这样的商品')
  await screen.tap('清空')
  expect(names()).toHaveLength(9)
})

it('shows a long shelf page by page', async () => {
  const many = Array.from({ length: 95 }, (_, index) => aShelfProduct(101 + index))
  await showShelf({ shelf: many })
  expect(names()).toHaveLength(40)
  await screen.tap('还有 55 件')
  await screen.tap('还有 15 件')
  expect(names()).toHaveLength(95)
})

it('shows prices as they are now, beside what is paid at other times', async () => {
  const offers = { livePrices: { [skuIdOf(1)]: toFen(1990) }, hiddenPrices: [productIdOf(3)] }
  await showShelf({ shelf: [oranges, berries], at: atNow(offers) })
  expect(screen.text()).toContain('¥19.9¥29.9')
  expect(document.querySelector('[aria-label="平时 ¥29.9"]')).not.toBeNull()
  expect(document.querySelector('[aria-label="价格待揭晓"]')).not.toBeNull()
  expect(screen.text()).toContain('¥？')
})

it('follows a flash sale from before its start until after its end', async () => {
  const sale = aRoomSale(1)
  const faceAt = async (now: number, left = 3) => {
    await screen.setProps({ at: atNow({ flashSales: [sale] }, { now, left: { [sale.id]: left } }) })
    return document.querySelector('.flash')?.textContent ?? ''
  }
  await showShelf({ shelf: [oranges] })
  expect(await faceAt(sale.startsAt - 2 * HOUR)).toContain('开抢')
  expect(await faceAt(sale.startsAt - 61_000)).toBe('即将开始01:01')
  expect(screen.text()).toContain('¥29.9')
  expect(await faceAt(sale.endsAt - 5_000)).toBe('抢购中00:05剩 3')
  expect(screen.text()).toContain('¥9.9¥29.9')
  expect(await faceAt(sale.endsAt - 5_000, 0)).toBe('秒杀已抢光')
  expect(await faceAt(sale.endsAt)).toBe('秒杀已结束')
  expect(await faceAt(sale.endsAt + HOUR)).toBe('')
})

describe('asking to have a product explained', () => {
  const onAsk = jest.fn()
  const asking: Asking = { asks: { all: { [productIdOf(3)]: 3 }, own: [] }, onAsk }
  beforeEach(() => onAsk.mockClear())

  it('is one tap on the row, which says how many want it', async () => {
    await showShelf({ shelf: [oranges, berries], asking })
    expect(screen.text()).toContain('3 人想看')
    await screen.tap('求讲解 高山蓝莓')
    expect(onAsk.mock.calls).toEqual([[berries]])
  })

  it('shows that it was done, and counts whoever did it', async () => {
    await showShelf({ shelf: [oranges], asking: { asks: { all: {}, own: [productIdOf(1)] }, onAsk } })
    expect(screen.text()).toContain('1 人想看')
    expect(screen.isOff('已求讲解 赣南脐橙')).toBe(true)
    await screen.tap('已求讲解 赣南脐橙')
    expect(onAsk).not.toHaveBeenCalled()
  })

  it('is not offered for what is being explained', async () => {
    await showShelf({ shelf: [berries], explaining: [productIdOf(3)], asking })
    expect(screen.text()).not.toContain('求讲解')
    expect(screen.text()).not.toContain('人想看')
  })

  it('is not offered while no show is on', async () => {
    await showShelf({ shelf: [berries] })
    expect(screen.text()).not.toContain('求讲解')
  })

  it('shows those who work for the shop the count alone', async () => {
    await showShelf({ shelf: [berries], asking: { ...asking, onAsk: null } })
    expect(screen.text()).toContain('3 人想看')
    expect(screen.text()).not.toContain('求讲解')
  })
})
