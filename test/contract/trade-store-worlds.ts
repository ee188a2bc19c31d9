import { openDatabase } from '../../cloudfunctions/_kernel/database/database'
import { migrate } from '../../cloudfunctions/_kernel/database/migrate'
import type { Database } from '../../cloudfunctions/_kernel/database/database'
import {
  MemoryTables,
  MemoryTradeStore,
} from '../../cloudfunctions/_kernel/adapters/trade-store/memory-trade-store'
import { createSqlTradeStore } from '../../cloudfunctions/_kernel/adapters/trade-store/sql-trade-store'
import type {
  AddressId,
  ClaimId,
  FlashSaleId,
  MerchantId,
  PersonId,
  RoomId,
  SkuId,
  UserId,
} from '@/domain/ids'
import { toFen } from '@/domain/money'
import { DAY, HOUR } from '@/domain/time'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import type { Ids } from '../../cloudfunctions/_kernel/ports/ids'
import type { TradeStore } from '../../cloudfunctions/_kernel/ports/trade-store'
import { FakeClock } from '../builders/fake-clock'
import { givenClaim, givenFlash } from '../builders/given-orders'
import { personOf } from '../builders/given-offers'
import { givenBuyer, givenSale } from '../builders/given-sale'
import { seededIds } from '../builders/seeded-ids'
import { TestApplication } from '../builders/test-application'
import { startPostgres } from '../tools/postgres'

/** A live room with one SKU of ten at 29.90, five of them at a flash price, and a buyer who holds a coupon of 5. */
export interface SmallShop {
  readonly merchantId: MerchantId
  readonly roomId: RoomId
  readonly skuId: SkuId
  readonly flashSaleId: FlashSaleId
  readonly claimId: ClaimId
  readonly buyer: { readonly userId: UserId; readonly personId: PersonId; readonly addressId: AddressId }
}

export interface StoreWorld {
  readonly clock: Clock & { advance(ms: number): void }
  readonly ids: Ids
  /** One process's store; every call opens another on the same rows. */
  store(): TradeStore
  /** Forgets everything and opens a shop. */
  openShop(): Promise<SmallShop>
  close(): Promise<void>
}

async function onDatabase(db: Database, close: () => Promise<void>): Promise<StoreWorld> {
  await migrate(db)
  const test = new TestApplication(db, [])
  const { clock, ids } = test
  return {
    clock,
    ids,
    store: () => createSqlTradeStore({ db, clock, ids, onRoomEvents: () => undefined }),
    async openShop() {
      await test.reset()
      const sale = await givenSale(test)
      const { userId, addressId } = await givenBuyer(test)
      const buyer = {
        userId,
        addressId,
        personId: await personOf(test, { userId, host: 'weapp', token: '' }),
      }
      const flashSaleId = await givenFlash(test, sale)
      const { claimId } = await givenClaim(test, { sale, buyer: { ...buyer, host: 'weapp', token: '' } })
      const { merchantId, roomId, skuId } = sale
      return { merchantId, roomId, skuId, flashSaleId, claimId, buyer }
    },
    close,
  }
}

export async function embeddedWorld(): Promise<StoreWorld> {
  const db = await openDatabase('memory://')
  return onDatabase(db, () => db.destroy())
}

export async function postgresWorld(): Promise<StoreWorld & { readonly db: Database }> {
  const postgres = await startPostgres()
  const db = await openDatabase(postgres.url)
  const world = await onDatabase(db, async () => {
    await db.destroy()
    await postgres.stop()
  })
  return { ...world, db }
}

export function memoryWorld(): Promise<StoreWorld> {
  const clock = new FakeClock()
  const ids = seededIds()
  let tables = new MemoryTables()
  return Promise.resolve({
    clock,
    ids,
    store: () => new MemoryTradeStore({ clock, ids }, tables),
    openShop() {
      tables = new MemoryTables()
      return Promise.resolve(fill(tables, ids, clock.now()))
    },
    close: () => Promise.resolve(),
  })
}

function fill(tables: MemoryTables, ids: Ids, now: number): SmallShop {
  const merchantId = ids.make('merchant')
  const [roomId, skuId] = [ids.make('room', merchantId), ids.make('sku', merchantId)]
  const [productId, flashSaleId] = [ids.make('product', merchantId), ids.make('flashSale', merchantId)]
  const [couponId, claimId] = [ids.make('coupon', merchantId), ids.make('claim', merchantId)]
  const buyer = { userId: ids.make('user'), personId: ids.make('person'), addressId: ids.make('address') }
  const price_fen = toFen(2990)
  tables.skus.set(skuId, {
    ...{ merchant_id: merchantId, sku_id: skuId, product_id: productId, name: '5 斤装', price_fen },
    ...{ available: 10, reserved: 0, sold: 0, position: 0, announced_at: 0, is_unannounced: false },
  })
  tables.shelf.push({
    ...{ room_id: roomId, room_status: 'live', merchant_name: '云岭果园', sku_id: skuId },
    ...{ product_id: productId, product_name: '赣南脐橙', picture_url: '', live_price_fen: null },
    is_price_hidden: false,
  })
  tables.flashSales.set(flashSaleId, {
    ...{ merchant_id: merchantId, flash_sale_id: flashSaleId, sku_id: skuId, price_fen: toFen(990) },
    ...{ starts_at: now, ends_at: now + HOUR, quantity: 5, taken: 0, per_person: 2, created_at: now },
  })
  tables.coupons.set(couponId, {
    ...{ merchant_id: merchantId, coupon_id: couponId, title: '减 500 分', products: null },
    ...{
      value: { kind: 'fixed', off: toFen(500) },
      threshold_fen: toFen(0),
      ended_at: null,
      created_at: now,
    },
    ...{ claim_from: now, claim_until: now + DAY, expires_at: now + DAY },
    ...{ total: 100, per_person: 1, claimed: 1, spent: 0 },
  })
  tables.claims.set(claimId, {
    ...{ merchant_id: merchantId, claim_id: claimId, coupon_id: couponId, user_id: buyer.userId },
    ...{ person_id: buyer.personId, status: 'held', order_id: null, claimed_at: now },
  })
  const deliverTo = { name: '林小满', phone: '13800138000', region: '浙江省 杭州市', detail: '文三路 1 号' }
  tables.buyers.set(`${buyer.userId} ${buyer.addressId}`, { personId: buyer.personId, deliverTo })
  tables.buyers.set(`${buyer.userId} `, { personId: buyer.personId, deliverTo: null })
  return { merchantId, roomId, skuId, flashSaleId, claimId, buyer }
}
