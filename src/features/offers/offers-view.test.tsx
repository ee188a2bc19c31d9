import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { aFlashSale, aShopCoupon, couponIdOf, flashSaleIdOf } from '../../../test/builders/offers'
import { aShelfProduct, aSku, merchantId, skuIdOf } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { EVENING } from '../../../test/builders/wire'
import { OffersView } from './offers-view'
import type { PartProps } from './part-props'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const InPage = (props: PartProps) => (
  <Page>
    <OffersView {...props} />
  </Page>
)
const inputs = (operation: string) => host.asked(operation).map(({ input }) => input)
let screen: Screen<PartProps>

beforeEach(async () => {
  host.reset()
  host.answer('coupons/list-shop', () => data({ coupons: [aShopCoupon(1)], serverTime: EVENING }))
  host.answer('offers/list-flash-sales', () => data({ flashSales: [aFlashSale(1)], serverTime: EVENING }))
  host.answer('offers/get-freight', () => data({ freight: null }))
  host.answer('shelf/list-products', () => data({ products: [aShelfProduct(1)] }))
  screen = await show(InPage, { merchantId })
})
afterEach(() => {
  screen.close()
})

describe('coupons', () => {
  it('tells what each is worth and how many are out', () => {
    for (const words of ['减 ¥5', '满 ¥50 可用', '全店通用', '12 / 100', '领取中'])
      expect(screen.text()).toContain(words)
  })

  it('hands one out once for two taps', async () => {
    host.answer('coupons/create', () => data({ coupon: aShopCoupon(2, { coupon: { title: '满减' } }) }))
    await screen.tap('新建优惠券')
    await screen.tap('发放优惠券')
    expect(screen.text()).toContain('请写一个名称')
    expect(host.asked('coupons/create')).toHaveLength(0)
    await screen.type('名称', '满减')
    await screen.type('减多少', '3.50')
    await screen.tap('发放优惠券', 2)
    expect(inputs('coupons/create')).toHaveLength(1)
    expect(inputs('coupons/create')[0]).toMatchObject({
      merchantId,
      title: '满减',
      value: { kind: 'fixed', off: 350 },
      threshold: 0,
    })
    expect(screen.text()).toContain('优惠券已发放')
  })

  it('ends one after asking', async () => {
    host.answer('coupons/end', () => data({ coupon: aShopCoupon(1, { endedAt: EVENING }) }))
    await screen.tap('停发 新客减 5 元')
    await screen.tap('停止发放', 2)
    expect(inputs('coupons/end')).toEqual([{ couponId: couponIdOf(1) }])
    expect(screen.text()).toContain('已停发')
  })
})

describe('flash sales', () => {
  beforeEach(async () => {
    await screen.tap('秒杀')
  })

  it('tells how many were taken', () => {
    expect(screen.text()).toContain('已抢 8 / 50')
    expect(screen.text()).toContain('进行中')
  })

  it('plans one of a kind of goods, for less than it costs', async () => {
    host.answer('offers/plan-flash-sale', () => data({ flashSale: aFlashSale(2) }))
    await screen.tap('安排秒杀')
    await screen.tap('赣南脐橙 5 斤装')
    await screen.type('秒杀价', '29.90')
    await screen.type('秒杀数量', '10')
    await screen.tapIn('[role="dialog"]', '安排秒杀')
    expect(screen.text()).toContain('要低于原价')
    await screen.type('秒杀价', '9.90')
    await screen.tapIn('[role="dialog"]', '安排秒杀')
    expect(inputs('offers/plan-flash-sale')[0]).toMatchObject({ skuId: skuIdOf(1), price: 990, quantity: 10 })
  })

  it('says why a sale was not planned', async () => {
    host.answer('offers/plan-flash-sale', () => refusal('forbidden'))
    await screen.tap('安排秒杀')
    await screen.tap('赣南脐橙 5 斤装')
    await screen.type('秒杀价', '9.90')
    await screen.type('秒杀数量', '10')
    await screen.tapIn('[role="dialog"]', '安排秒杀')
    expect(screen.text()).toContain('没有权限')
  })

  it('ends one after asking', async () => {
    host.answer('offers/end-flash-sale', () => data({ flashSale: aFlashSale(1, { endsAt: EVENING }) }))
    await screen.tap('结束 赣南脐橙 5 斤装 的秒杀')
    await screen.tap('结束秒杀')
    expect(inputs('offers/end-flash-sale')).toEqual([{ flashSaleId: flashSaleIdOf(1) }])
  })
})

describe('freight', () => {
  beforeEach(async () => {
    await screen.tap('运费')
  })

  it('saves a fee, from how much on it is free, and where nothing is sent', async () => {
    host.answer('offers/set-freight', ({ input }) => data(input))
    expect(screen.isOff('保存运费')).toBe(true)
    await screen.tap('收运费')
    await screen.type('运费', '8')
    await screen.type('满多少包邮', '99')
    await screen.tap('加一条地区')
    await screen.tap('保存运费')
    expect(screen.text()).toContain('请写至少一个地区')
    await screen.type('地区名称', '新疆、西藏')
    await screen.tap('保存运费', 2)
    expect(inputs('offers/set-freight')).toEqual([
      {
        merchantId,
        freight: { fee: 800, freeFrom: 9900, regions: [{ names: ['新疆', '西藏'], fee: null }] },
      },
    ])
    expect(screen.isOff('保存运费')).toBe(true)
  })

  it('keeps what was typed when it could not be saved', async () => {
    host.answer('offers/set-freight', () => refusal('forbidden'))
    await screen.tap('收运费')
    await screen.type('运费', '8')
    await screen.tap('保存运费')
    expect(screen.text()).toContain('没有权限')
    expect(screen.text()).toContain('有改动还没有保存')
  })
})

describe('stock', () => {
  const ledger = {
    stock: { available: 10, reserved: 2, sold: 30 },
    moves: [
      { skuId: skuIdOf(1), move: 'put-in', quantity: 42, reason: '首批到货', orderId: null, at: EVENING },
    ],
    isBalanced: true,
  }
  beforeEach(async () => {
    host.answer('shelf/list-products', () => data({ products: [aShelfProduct(1, { skus: [aSku(1)] })] }))
    host.answer('offers/stock-ledger', () => data(ledger))
    await screen.tap('库存')
    await screen.tap('赣南脐橙 5 斤装 的库存')
  })

  it('tells where every unit is, and how it came there', () => {
    for (const words of ['10可卖', '2待付款占用', '30已卖出', '流水和库存对得上', '首批到货', '+42'])
      expect(screen.text()).toContain(words)
  })

  it('takes units out with a reason only, once for two taps', async () => {
    host.answer('offers/correct-stock', () => data({ stock: ledger.stock }))
    await screen.tap('出库')
    await screen.type('数量', '3')
    await screen.tap('出库 3 件')
    expect(screen.text()).toContain('请写原因')
    await screen.type('原因', '盘点少了')
    await screen.tap('出库 3 件', 2)
    expect(inputs('offers/correct-stock')).toEqual([{ skuId: skuIdOf(1), quantity: -3, reason: '盘点少了' }])
    expect(host.asked('offers/stock-ledger')).toHaveLength(2)
  })

  it('says that there are not so many', async () => {
    host.answer('offers/correct-stock', () => refusal('stock-short'))
    await screen.tap('出库')
    await screen.type('数量', '300')
    await screen.type('原因', '盘点少了')
    await screen.tap('出库 300 件')
    expect(screen.text()).toContain('库存不够了')
  })
})
