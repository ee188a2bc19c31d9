import type { Insertable } from 'kysely'
import { merchantOf, type MerchantId, type ProductId, type RoomId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import type { RoomStatus } from '@/domain/room'
import type { Tables } from '../../cloudfunctions/_kernel/database/tables'
import { firstStock } from '../../cloudfunctions/_kernel/live/first-stock'
import type { Actor, TestApplication } from './test-application'

interface GivenSku {
  readonly name?: string
  readonly price?: number
  readonly available?: number
}

/** A shop, with `members` working for it. */
export async function givenMerchant(
  { db, ids, clock }: TestApplication,
  ...members: readonly Actor[]
): Promise<MerchantId> {
  const merchantId = ids.make('merchant')
  await db
    .insertInto('merchants')
    .values({
      merchant_id: merchantId,
      name: '云岭果园',
      logo_url: '/media/logo.jpg',
      created_at: clock.now(),
    })
    .execute()
  for (const { userId } of members)
    await db
      .insertInto('members')
      .values({ merchant_id: merchantId, user_id: userId, role: 'host' })
      .execute()
  return merchantId
}

export async function givenRoom(
  { db, ids, clock }: TestApplication,
  merchantId: MerchantId,
  status: RoomStatus = 'live',
): Promise<RoomId> {
  const roomId = ids.make('room', merchantId)
  const now = clock.now()
  const room: Insertable<Tables['rooms']> = {
    merchant_id: merchantId,
    room_id: roomId,
    title: '脐橙开园',
    cover_url: '/media/cover.jpg',
    status,
    picture: 'on',
    starts_at: now,
    started_at: status === 'upcoming' ? null : now,
    ended_at: status === 'ended' ? now : null,
    last_seq: 0,
    created_at: now,
  }
  await db.insertInto('rooms').values(room).execute()
  return roomId
}

export async function givenProduct(
  { db, ids, clock }: TestApplication,
  merchantId: MerchantId,
  { name = '赣南脐橙', skus = [{}] }: { readonly name?: string; readonly skus?: readonly GivenSku[] } = {},
): Promise<ProductId> {
  const productId = ids.make('product', merchantId)
  await db
    .insertInto('products')
    .values({
      merchant_id: merchantId,
      product_id: productId,
      name,
      picture_url: '/media/orange.jpg',
      created_at: clock.now(),
    })
    .execute()
  const rows = skus.map((sku, position) => ({
    merchant_id: merchantId,
    sku_id: ids.make('sku', merchantId),
    product_id: productId,
    name: sku.name ?? '5 斤装',
    price_fen: toFen(sku.price ?? 2990),
    available: sku.available ?? 10,
    reserved: 0,
    sold: 0,
    position,
  }))
  await db.insertInto('skus').values(rows).execute()
  const entries = firstStock(rows, { ids, now: clock.now(), actorId: null })
  if (entries.length > 0) await db.insertInto('stock_ledger').values(entries).execute()
  return productId
}

export async function givenOnShelf(
  { db }: TestApplication,
  roomId: RoomId,
  ...products: readonly ProductId[]
): Promise<void> {
  const merchantId = merchantOf(roomId)
  for (const [index, productId] of products.entries())
    await db
      .insertInto('shelf_items')
      .values({ merchant_id: merchantId, room_id: roomId, product_id: productId, position: index + 1 })
      .execute()
}
