import { firstPaymentOf, type ProductId } from '@/domain/ids'
import { MINUTE, SECOND } from '@/domain/time'
import { givenProduct } from '../../test/builders/given'
import { givenCoupon, givenFlashSale } from '../../test/builders/given-offers'
import { type Buyer, givenBuyer, givenSale, placeOrder, type Sale } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { coupons } from '../coupons'
import { orders } from '../orders'
import { payments } from '../payments'
import { shelf } from '../shelf'
import { rooms } from './index'

const test = setUpApplication([rooms, shelf, orders, payments, coupons])
const pulses = () => test().chat.notices.flatMap((notice) => (notice.kind === 'pulse' ? [notice.pulse] : []))
/** As the host, who is none of those that are counted. */
const lookIn = async ({ host, roomId }: Sale) =>
  (await test().as(host).ask('rooms/pulse', { roomId, likes: 0 })).pulse

async function buy(sale: Sale, buyer: Buyer, isPaid = true): Promise<void> {
  const order = await placeOrder(test(), { sale, buyer })
  await test().as(buyer).ask('payments/prepay', { orderId: order.id })
  if (isPaid)
    await test().post('/notify/wechat-pay', test().wallets['wechat-pay'].pay(firstPaymentOf(order.id)))
}
async function another(sale: Sale): Promise<Sale> {
  const productId: ProductId = await givenProduct(test(), sale.merchantId, { name: '秋月梨' })
  await test().as(sale.host).ask('shelf/put-on-shelf', { roomId: sale.roomId, productId })
  const { sku_id: skuId } = await test()
    .db.selectFrom('skus')
    .select('sku_id')
    .where('product_id', '=', productId)
    .executeTakeFirstOrThrow()
  return { ...sale, productId, skuId }
}

describe('who came', () => {
  it('is told for five seconds, the latest three, the latest first, each person’s first visit', async () => {
    const sale = await givenSale(test())
    for (const name of ['甲', '乙', '丙', '丁']) {
      await test()
        .as(await test().someone('weapp', name))
        .ask('rooms/enter', { roomId: sale.roomId })
      test().clock.advance(SECOND)
    }
    expect((await lookIn(sale)).came).toEqual(['丁', '丙', '乙'])
    test().clock.advance(5 * SECOND)
    expect((await lookIn(sale)).came).toEqual([])
  })

  it('is nobody who works for the shop', async () => {
    const sale = await givenSale(test())
    await test().as(sale.host).ask('rooms/enter', { roomId: sale.roomId })
    expect((await lookIn(sale)).came).toEqual([])
  })
})

describe('what was bought', () => {
  it('is what most people paid for just now, and goes out by itself', async () => {
    const sale = await givenSale(test())
    const pear = await another(sale)
    const [first, second] = [await givenBuyer(test()), await givenBuyer(test())]
    await buy(pear, first)
    await buy(sale, first)
    await buy(sale, first)
    await buy(pear, second)
    await buy(sale, second, false)
    await test().tick()
    const bought = { productId: pear.productId, buyers: 2 }
    expect(pulses().map((pulse) => pulse.bought)).toEqual([bought])
    expect((await lookIn(sale)).bought).toEqual(bought)
    test().clock.advance(5 * SECOND)
    expect((await lookIn(sale)).bought).toBeNull()
  })

  it('counts nobody who works for the shop: a ticker is no place for one’s own orders', async () => {
    const sale = await givenSale(test())
    const buyer = await givenBuyer(test())
    await test()
      .db.insertInto('members')
      .values({ merchant_id: sale.merchantId, user_id: buyer.userId, role: 'assistant' })
      .execute()
    await buy(sale, buyer)
    expect((await lookIn(sale)).bought).toBeNull()
  })
})

describe('what is left', () => {
  it('of a flash sale is told while it is open', async () => {
    const sale = await givenSale(test())
    const flashSaleId = await givenFlashSale(test(), sale)
    await buy(sale, await givenBuyer(test()))
    for (let i = 0; i < 3; i += 1) {
      await test().tick()
      test().clock.advance(3 * SECOND)
    }
    expect(pulses().map(({ left }) => left)).toEqual(Array.from({ length: 3 }, () => ({ [flashSaleId]: 4 })))
    test().clock.advance(60 * MINUTE)
    await test().tick()
    expect(pulses()).toHaveLength(3)
  })

  it('of a coupon is told when somebody claims it', async () => {
    const sale = await givenSale(test())
    const couponId = await givenCoupon(test(), sale.merchantId)
    await test().as(sale.host).ask('coupons/hand-out', { roomId: sale.roomId, couponId, minutes: null })
    await test().tick()
    expect(pulses()).toEqual([])
    for (let i = 0; i < 2; i += 1)
      await test()
        .as(await test().someone())
        .ask('coupons/claim', { couponId })
    await test().tick()
    expect(pulses().map(({ left }) => left)).toEqual([{ [couponId]: 8 }])
  })
})
