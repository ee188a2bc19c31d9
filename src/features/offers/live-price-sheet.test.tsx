import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { aShelfProduct, merchantId, productIdOf, roomId, skuIdOf } from '../../../test/builders/room'
import { aRoomSale, atNow } from '../../../test/builders/room-offers'
import { type Screen, show } from '../../../test/builders/screen'
import { EVENING } from '../../../test/builders/wire'
import { LivePriceSheet, type LivePriceSheetProps } from './live-price-sheet'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const InPage = (props: LivePriceSheetProps) => (
  <Page>
    <LivePriceSheet {...props} />
  </Page>
)
const quoted = (price: number, priceKind: 'regular' | 'live') =>
  data({
    quote: {
      lines: [
        {
          skuId: skuIdOf(1),
          productId: productIdOf(1),
          productName: '赣南脐橙',
          skuName: '5 斤装',
          pictureUrl: '',
          quantity: 1,
          price,
          regularPrice: 2990,
          priceKind,
          subtotal: price,
          discount: 0,
          payable: price,
        },
      ],
      goods: price,
      discount: 0,
      freight: 0,
      total: price,
      flashEndsAt: null,
      seal: 's',
    },
    claimId: null,
    coupons: [],
    serverTime: EVENING,
  })
const onChanged = jest.fn()
let screen: Screen<LivePriceSheetProps>

beforeEach(async () => {
  host.reset()
  host.answer('orders/quote', () => quoted(2990, 'regular'))
  host.answer('offers/set-live-price', () => data({}))
  onChanged.mockClear()
  screen = await show(InPage, {
    roomId,
    product: aShelfProduct(1),
    at: atNow(),
    aheadMs: 0,
    onChanged,
    onClose: () => undefined,
  })
})
afterEach(() => {
  screen.close()
})

it('sets a price for this room, and shows what buyers pay from then on', async () => {
  expect(screen.text()).toContain('现在按原价卖 ¥29.9')
  host.answer('orders/quote', () => quoted(1990, 'live'))
  await screen.type('新价格', '19.90')
  await screen.tap('设 5 斤装 的直播价', 2)
  expect(host.asked('offers/set-live-price').map(({ input }) => input)).toEqual([
    { roomId, skuId: skuIdOf(1), price: 1990 },
  ])
  expect(screen.text()).toContain('现在按直播价卖 ¥19.9')
})

it('refuses a live price above the regular one', async () => {
  await screen.type('新价格', '29.91')
  await screen.tap('设 5 斤装 的直播价')
  expect(screen.text()).toContain('不能高于原价')
  expect(host.asked('offers/set-live-price')).toHaveLength(0)
})

it('takes a live price back', async () => {
  await screen.tap('5 斤装 恢复原价')
  expect(host.asked('offers/set-live-price')[0]?.input).toEqual({ roomId, skuId: skuIdOf(1), price: null })
})

it('says why the price stays as it is', async () => {
  host.answer('offers/set-live-price', () => refusal('product-off-shelf'))
  await screen.type('新价格', '19.90')
  await screen.tap('设 5 斤装 的直播价')
  expect(screen.text()).toContain('商品已下架')
})

it('keeps the price from the room, and reveals it', async () => {
  host.answer('shelf/hide-price', () => data({}))
  host.answer('shelf/reveal-price', () => data({}))
  await screen.tap('先不报价', 2)
  expect(host.asked('shelf/hide-price').map(({ input }) => input)).toEqual([
    { roomId, productId: productIdOf(1) },
  ])
  expect(onChanged).toHaveBeenCalledTimes(1)
  await screen.setProps({ at: atNow({ hiddenPrices: [productIdOf(1)] }) })
  expect(screen.text()).toContain('观众现在看到的价格是“？”')
  await screen.tap('揭晓价格')
  expect(host.asked('shelf/reveal-price')).toHaveLength(1)
})

describe('a flash sale from now on', () => {
  const sale = aRoomSale(1)
  const startIt = async (price: string, quantity: string): Promise<void> => {
    await screen.type('秒杀价', price)
    await screen.type('秒杀数量', quantity)
    await screen.tap('3 分钟')
    await screen.tap('5 斤装 马上开抢', 2)
  }
  const planned = () => host.asked('offers/plan-flash-sale').map(({ input }) => input)

  it('is started once with price, number and minutes', async () => {
    const flashSale = { ...sale, merchantId, productName: '', skuName: '', taken: 0 }
    host.answer('offers/plan-flash-sale', () => data({ flashSale }))
    await startIt('9.90', '5')
    expect(planned()).toEqual([
      {
        skuId: skuIdOf(1),
        price: 990,
        startsAt: EVENING,
        endsAt: EVENING + 180_000,
        quantity: 5,
        perPerson: 1,
      },
    ])
    expect(onChanged).toHaveBeenCalledTimes(1)
  })

  it('is not started with a price that saves nothing, or with more than there is', async () => {
    await startIt('29.90', '11')
    expect(screen.text()).toContain('要低于原价')
    expect(screen.text()).toContain('不能多于现在的库存')
    expect(planned()).toEqual([])
  })

  it('says why it did not start', async () => {
    host.answer('offers/plan-flash-sale', () => refusal('flash-overlaps'))
    await startIt('9.90', '5')
    expect(screen.text()).toContain('和另一场秒杀时间重叠')
  })

  it('shows the one that is on, and ends it', async () => {
    host.answer('offers/end-flash-sale', () =>
      data({ flashSale: { ...sale, merchantId, productName: '', skuName: '', taken: 0 } }),
    )
    await screen.setProps({ at: atNow({ flashSales: [sale] }, { left: { [sale.id]: 2 } }) })
    expect(screen.text()).toContain('秒杀价 ¥9.9')
    expect(screen.text()).toContain('还剩 2')
    await screen.tap('结束 5 斤装 的秒杀')
    expect(host.asked('offers/end-flash-sale')[0]?.input).toEqual({ flashSaleId: sale.id })
    expect(onChanged).toHaveBeenCalledTimes(1)
  })
})
