import type { contracts, Input } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { timesFen } from '@/domain/money'
import { PAYMENT_WINDOW_MS } from '@/domain/order'
import { MAX_QUANTITY } from '@/domain/product'
import { err, ok, type Result } from '@/domain/result'
import { enqueueJob } from '../_kernel/jobs'
import { readSharer } from '../_kernel/live/sharer-token'
import type { Implementation, ViewerContext } from '../_kernel/operation'
import { loadOrderOf } from '../_kernel/trade/load-order'
import { announceStock, reserveStock, type ReservedUnits } from '../_kernel/trade/stock'

type PlaceOrder = Implementation<(typeof contracts)['orders']>['place-order']
type PlaceOrderInput = Input<'orders', 'place-order'>

/**
 * One commit reserves the stock, fixes the price, writes the order and sets the clock that will close it. The
 * stock row is taken as late as possible, so that buyers of one product wait for each other as briefly as can be.
 */
export const placeOrder: PlaceOrder = async (context, input) => {
  if (!isQuantity(input.quantity)) return err({ code: 'quantity-invalid', field: 'quantity' })
  const room = await checkRoom(context, input)
  if (!room.ok) return room
  const deliverTo = await loadAddress(context, input)
  if (!deliverTo) return err({ code: 'address-not-found', field: 'addressId' })
  const product = await loadShelved(context, input)
  if (!product) return err({ code: 'product-off-shelf', field: 'skuId' })

  const reserved = await reserveStock(context, merchantOf(input.roomId), input)
  if (!reserved.ok) return err({ code: reserved.error.code, field: 'quantity' })
  const orderId = await writeOrder(context, input, { deliverTo, product, reserved: reserved.value })
  await announceStock(context, reserved.value)

  const order = await loadOrderOf(context, orderId)
  if (!order) throw new Error(`Order ${orderId} was written and cannot be read`)
  return ok({ order })
}

const isQuantity = (quantity: number): boolean =>
  Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY

async function checkRoom(
  { db }: ViewerContext,
  { roomId }: PlaceOrderInput,
): Promise<Result<void, { readonly code: 'room-not-found' | 'room-not-live' | 'room-ended' }>> {
  const room = await db
    .selectFrom('rooms')
    .select('status')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .executeTakeFirst()
  if (!room) return err({ code: 'room-not-found' })
  if (room.status === 'live') return ok(undefined)
  return err({ code: room.status === 'ended' ? 'room-ended' : 'room-not-live' })
}

const loadAddress = ({ db, viewer }: ViewerContext, { addressId }: PlaceOrderInput) =>
  db
    .selectFrom('addresses')
    .select(['name', 'phone', 'region', 'detail'])
    .where('user_id', '=', viewer.userId)
    .where('address_id', '=', addressId)
    .executeTakeFirst()

/** The product on this room's shelf that the SKU belongs to: a SKU of another shop or shelf is not for sale here. */
const loadShelved = ({ db }: ViewerContext, { roomId, skuId }: PlaceOrderInput) =>
  db
    .selectFrom('skus')
    .innerJoin('products', (join) =>
      join
        .onRef('products.merchant_id', '=', 'skus.merchant_id')
        .onRef('products.product_id', '=', 'skus.product_id'),
    )
    .innerJoin('shelf_items', (join) =>
      join
        .onRef('shelf_items.merchant_id', '=', 'skus.merchant_id')
        .onRef('shelf_items.product_id', '=', 'skus.product_id'),
    )
    .select(['products.name', 'products.picture_url'])
    .where('skus.merchant_id', '=', merchantOf(roomId))
    .where('skus.sku_id', '=', skuId)
    .where('shelf_items.room_id', '=', roomId)
    .executeTakeFirst()

interface Parts {
  readonly deliverTo: NonNullable<Awaited<ReturnType<typeof loadAddress>>>
  readonly product: NonNullable<Awaited<ReturnType<typeof loadShelved>>>
  readonly reserved: ReservedUnits
}

async function writeOrder(
  context: ViewerContext,
  input: PlaceOrderInput,
  { deliverTo, product, reserved }: Parts,
) {
  const { db, clock, ids, viewer } = context
  const merchantId = merchantOf(input.roomId)
  const orderId = ids.make('order', merchantId)
  const now = clock.now()
  const expiresAt = now + PAYMENT_WINDOW_MS
  const sharer = readSharer(context, input.roomId, input.sharerToken)
  await db
    .insertInto('orders')
    .values({
      merchant_id: merchantId,
      order_id: orderId,
      buyer_id: viewer.userId,
      buyer_host: viewer.host,
      room_id: input.roomId,
      status: 'awaiting-payment',
      total_fen: timesFen(reserved.price, input.quantity),
      deliver_to: JSON.stringify(deliverTo),
      sharer_id: sharer?.userId ?? null,
      share_channel: sharer?.channel ?? null,
      close_reason: null,
      created_at: now,
      expires_at: expiresAt,
      paid_at: null,
      closed_at: null,
    })
    .execute()
  await db
    .insertInto('order_lines')
    .values({
      merchant_id: merchantId,
      order_id: orderId,
      line: 1,
      sku_id: reserved.skuId,
      product_id: reserved.productId,
      product_name: product.name,
      sku_name: reserved.skuName,
      picture_url: product.picture_url,
      price_fen: reserved.price,
      quantity: input.quantity,
    })
    .execute()
  await enqueueJob(context, { kind: 'close-unpaid-order', subject: orderId, dueAt: expiresAt })
  return orderId
}
