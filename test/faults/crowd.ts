import type { AddressId, MerchantId, RoomId, SkuId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { randomIds as ids } from '../../cloudfunctions/_kernel/adapters/random-ids'
import { systemClock as clock } from '../../cloudfunctions/_kernel/adapters/system-clock'
import type { Database } from '../../cloudfunctions/_kernel/database/database'
import { tokenOf } from './instance'

export interface Buyer {
  readonly token: string
  readonly addressId: AddressId
}
export interface Stall {
  readonly merchantId: MerchantId
  readonly roomId: RoomId
}

/** People in WeChat, each with an address. */
export async function givenCrowd(db: Database, count: number): Promise<readonly Buyer[]> {
  const people = Array.from({ length: count }, () => ({
    userId: ids.make('user'),
    addressId: ids.make('address'),
  }))
  const created_at = clock.now()
  await db
    .insertInto('users')
    .values(
      people.map(({ userId }) => ({
        user_id: userId,
        host: 'weapp',
        host_user_id: userId,
        nickname: '小满',
        avatar_url: '',
        created_at,
        person_id: ids.make('person'),
      })),
    )
    .execute()
  await db
    .insertInto('addresses')
    .values(
      people.map(({ userId, addressId }) => ({
        user_id: userId,
        address_id: addressId,
        name: '林小满',
        phone: '13800138000',
        region: '浙江省 杭州市',
        detail: '文三路 1 号',
        is_default: true,
        created_at,
      })),
    )
    .execute()
  return people.map(({ userId, addressId }) => ({ addressId, token: tokenOf(userId, 'weapp') }))
}

/** A shop with a room on air. */
export async function givenStall(db: Database): Promise<Stall> {
  const merchantId = ids.make('merchant')
  const roomId = ids.make('room', merchantId)
  const now = clock.now()
  await db
    .insertInto('merchants')
    .values({ merchant_id: merchantId, name: '云岭果园', logo_url: '/media/logo.jpg', created_at: now })
    .execute()
  await db
    .insertInto('rooms')
    .values({
      merchant_id: merchantId,
      room_id: roomId,
      title: '脐橙开园',
      cover_url: '/media/cover.jpg',
      status: 'live',
      picture: 'on',
      starts_at: now,
      started_at: now,
      ended_at: null,
      last_seq: 0,
      created_at: now,
    })
    .execute()
  return { merchantId, roomId }
}

/** Goods on the stall's shelf, put in by the book. */
export async function givenGoods(
  db: Database,
  { merchantId, roomId }: Stall,
  { stock, position = 1 }: { readonly stock: number; readonly position?: number },
): Promise<SkuId> {
  const product_id = ids.make('product', merchantId)
  const sku_id = ids.make('sku', merchantId)
  const mine = { merchant_id: merchantId, product_id }
  const now = clock.now()
  await db
    .insertInto('products')
    .values({ ...mine, name: '赣南脐橙', picture_url: '/media/orange.jpg', created_at: now })
    .execute()
  await db
    .insertInto('skus')
    .values({
      ...mine,
      sku_id,
      name: '5 斤装',
      price_fen: toFen(2990),
      available: stock,
      reserved: 0,
      sold: 0,
      position: 0,
    })
    .execute()
  await db
    .insertInto('shelf_items')
    .values({ ...mine, room_id: roomId, position })
    .execute()
  await db
    .insertInto('stock_ledger')
    .values({
      merchant_id: merchantId,
      entry_id: ids.makeEntryId(),
      sku_id,
      move: 'put-in',
      quantity: stock,
      order_id: null,
      actor_id: null,
      reason: '',
      at: now,
    })
    .execute()
  return sku_id
}
