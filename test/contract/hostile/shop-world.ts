import { HOUR } from '@/domain/time'
import { firstPaymentOf } from '@/domain/ids'
import { givenBuyer, givenSale, openWallet, placeOrder } from '../../builders/given-sale'
import { givenMessage } from '../../builders/given-talk'
import type { Actor, TestApplication } from '../../builders/test-application'

/** One thing of each kind, by its kind. */
export interface Things {
  readonly merchant: string
  readonly room: string
  readonly product: string
  readonly sku: string
  readonly order: string
  readonly refund: string
  readonly parcel: string
  readonly coupon: string
  readonly claim: string
  readonly flashSale: string
  readonly draw: string
  readonly picture: string
  readonly question: string
  readonly report: string
  readonly address: string
}
export interface ShopWorld {
  readonly host: Actor
  readonly buyer: Actor
  /** What is the buyer's or the shop's. */
  readonly things: Things
  /** What the buyer has said in the room. */
  readonly messageId: string
  /** An order that waits for its payment. */
  readonly unpaid: string
  readonly now: number
}

/** The smallest picture that is one by its first bytes. */
export const PICTURE = 'iVBORw0KGgoAAAANSUhEUg=='

/** A shop in the middle of its day, everything of it made by calling the operations themselves. */
export async function givenShopWorld(test: TestApplication): Promise<ShopWorld> {
  const sale = await givenSale(test, 100)
  const { host, merchantId, roomId, productId, skuId } = sale
  const buyer = await givenBuyer(test)
  const now = test.clock.now()
  const { coupon } = await test.as(host).ask<'coupons', 'create'>('coupons/create', couponOf(merchantId, now))
  const { held } = await test
    .as(buyer)
    .ask<'coupons', 'claim'>('coupons/claim', { couponId: coupon.coupon.id })
  const { flashSale } = await test
    .as(host)
    .ask<'offers', 'plan-flash-sale'>('offers/plan-flash-sale', flashOf(skuId, now + HOUR))
  const { draw } = await test
    .as(host)
    .ask<'draws', 'open'>('draws/open', { roomId, prize: '脐橙一箱', winners: 1, minutes: 30 })
  const unpaid = await placeOrder(test, { sale, buyer })
  const paid = await placeOrder(test, { sale, buyer, quantity: 4 })
  await openWallet(test, buyer, paid)
  await test.post('/notify/wechat-pay', test.wallets['wechat-pay'].pay(firstPaymentOf(paid.id)))
  const shipped = await test.as(host).ask<'orders', 'ship'>('orders/ship', {
    orderId: paid.id,
    carrierCode: 'SF',
    trackingNumber: `SF${paid.id.slice(-10)}`,
    units: [{ line: 1, quantity: 1 }],
  })
  const asked = await test.as(buyer).ask<'orders', 'request-refund'>('orders/request-refund', {
    orderId: paid.id,
    units: [{ line: 1, quantity: 1 }],
    reason: 'damaged',
  })
  const { pictureId } = await test
    .as(buyer)
    .ask<'orders', 'upload-refund-picture'>('orders/upload-refund-picture', {
      orderId: paid.id,
      data: PICTURE,
    })
  const messageId = await givenMessage(test, { roomId, mei: buyer })
  const { questionId } = await test
    .as(buyer)
    .ask<'chat', 'ask-question'>('chat/ask-question', { roomId, question: '能放几天' })
  const { reportId } = await test
    .as(buyer)
    .ask<'chat', 'report'>('chat/report', { roomId, messageId, reason: 'other' })
  return {
    host,
    buyer,
    messageId,
    unpaid: unpaid.id,
    now,
    things: {
      merchant: merchantId,
      room: roomId,
      product: productId,
      sku: skuId,
      order: paid.id,
      refund: asked.order.refunds[0]?.id ?? '',
      parcel: shipped.order.parcels[0]?.id ?? '',
      coupon: coupon.coupon.id,
      claim: held.id,
      flashSale: flashSale.id,
      draw: draw.id,
      picture: pictureId,
      question: questionId,
      report: reportId,
      address: buyer.addressId,
    },
  }
}

export const couponOf = (merchantId: string, now: number) => ({
  merchantId,
  title: '满 10 减 1',
  value: { kind: 'fixed', off: 100 },
  threshold: 1000,
  products: null,
  claimFrom: now,
  claimUntil: now + HOUR,
  expiresAt: now + 2 * HOUR,
  total: 50,
  perPerson: 3,
})

export const flashOf = (skuId: string, startsAt: number) => ({
  skuId,
  price: 990,
  startsAt,
  endsAt: startsAt + HOUR,
  quantity: 5,
  perPerson: 1,
})
