import type { Host } from '@/contracts/schemas'
import type { Order } from '@/contracts/orders'
import type { AddressId, MerchantId, ProductId, RoomId, SkuId } from '@/domain/ids'
import { givenMerchant, givenOnShelf, givenProduct, givenRoom } from './given'
import type { Actor, TestApplication } from './test-application'

/** A live room of one shop with one SKU on its shelf. */
export interface Sale {
  readonly host: Actor
  readonly merchantId: MerchantId
  readonly roomId: RoomId
  readonly productId: ProductId
  readonly skuId: SkuId
}
export interface Buyer extends Actor {
  readonly addressId: AddressId
}
export interface Stock {
  readonly available: number
  readonly reserved: number
  readonly sold: number
}

export async function givenSale(test: TestApplication, available = 10): Promise<Sale> {
  const host = await test.someone('weapp', '老王')
  const merchantId = await givenMerchant(test, host)
  const roomId = await givenRoom(test, merchantId)
  const productId = await givenProduct(test, merchantId, { skus: [{ price: 2990, available }] })
  await givenOnShelf(test, roomId, productId)
  const { sku_id: skuId } = await test.db
    .selectFrom('skus')
    .select('sku_id')
    .where('product_id', '=', productId)
    .executeTakeFirstOrThrow()
  return { host, merchantId, roomId, productId, skuId }
}

export async function givenBuyer(
  test: TestApplication,
  host: Host = 'weapp',
  nickname = '小满',
): Promise<Buyer> {
  const actor = await test.someone(host, nickname)
  const addressId = test.ids.make('address')
  await test.db
    .insertInto('addresses')
    .values({
      user_id: actor.userId,
      address_id: addressId,
      name: '林小满',
      phone: '13800138000',
      region: '浙江省 杭州市',
      detail: '文三路 1 号',
      is_default: true,
      created_at: test.clock.now(),
    })
    .execute()
  return { ...actor, addressId }
}

export const wishOf = (sale: Sale, buyer: Buyer, quantity = 1) => ({
  roomId: sale.roomId,
  items: [{ skuId: sale.skuId, quantity }],
  addressId: buyer.addressId,
})

export async function placeOrder(
  test: TestApplication,
  { sale, buyer, quantity = 1 }: { readonly sale: Sale; readonly buyer: Buyer; readonly quantity?: number },
): Promise<Order> {
  const { order } = await test
    .as(buyer)
    .ask<'orders', 'place-order'>('orders/place-order', wishOf(sale, buyer, quantity))
  return order
}

/** Opens the wallet for an order; returns the number of the attempt. */
export async function openWallet(test: TestApplication, buyer: Buyer, order: Order): Promise<string> {
  await test.as(buyer).ask('payments/prepay', { orderId: order.id })
  const attempt = await test.db
    .selectFrom('payments')
    .select('payment_id')
    .where('order_id', '=', order.id)
    .where('status', '=', 'created')
    .executeTakeFirstOrThrow()
  return attempt.payment_id
}

export const stockOf = ({ db }: TestApplication, { skuId }: Sale): Promise<Stock> =>
  db
    .selectFrom('skus')
    .select(['available', 'reserved', 'sold'])
    .where('sku_id', '=', skuId)
    .executeTakeFirstOrThrow()
