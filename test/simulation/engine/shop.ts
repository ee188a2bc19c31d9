import type { Host } from '@/contracts/schemas'
import type {
  AddressId,
  CouponId,
  FlashSaleId,
  MerchantId,
  PersonId,
  ProductId,
  RoomId,
  SkuId,
  UserId,
} from '@/domain/ids'
import { toFen } from '@/domain/money'
import { DAY, type EpochMs, HOUR, MINUTE } from '@/domain/time'
import type { MemoryTables } from '../../../cloudfunctions/_kernel/adapters/trade-store/memory-trade-store'
import type { Ids } from '../../../cloudfunctions/_kernel/ports/ids'
import type { Random } from './random'

export interface SimBuyer {
  readonly userId: UserId
  readonly personId: PersonId
  readonly addressId: AddressId
  readonly host: Host
}
/** One shop, as the seed has it: a room, a few scarce goods, perhaps a flash sale, a coupon and freight. */
export interface Shop {
  readonly merchantId: MerchantId
  readonly ownerId: UserId
  readonly roomId: RoomId
  readonly skus: readonly SkuId[]
  readonly couponId: CouponId | null
  readonly buyers: readonly SimBuyer[]
}
interface Ground {
  readonly random: Random
  readonly ids: Ids
  readonly tables: MemoryTables
  readonly now: EpochMs
}

export function openShop(ground: Ground): Shop {
  const { random, ids, tables } = ground
  const merchantId = ids.make('merchant')
  const roomId = ids.make('room', merchantId)
  const skus = Array.from({ length: random.between(1, 3) }, () => putOnShelf(ground, merchantId, roomId))
  const [first] = skus
  if (first && random.chance(0.5)) planFlashSale(ground, merchantId, first.skuId)
  const couponId = first && random.chance(0.6) ? issueCoupon(ground, merchantId, first.productId) : null
  if (random.chance(0.5))
    tables.freight.set(merchantId, {
      merchant_id: merchantId,
      template: {
        fee: toFen(random.between(1, 1_500)),
        freeFrom: random.chance(0.5) ? toFen(random.between(1, 20_000)) : null,
        regions: [],
      },
    })
  const persons = [ids.make('person')]
  const buyers = Array.from({ length: random.between(2, 4) }, () => meetBuyer(ground, persons))
  return {
    merchantId,
    ownerId: ids.make('user'),
    roomId,
    skus: skus.map(({ skuId }) => skuId),
    couponId,
    buyers,
  }
}

function putOnShelf(
  { random, ids, tables, now }: Ground,
  merchantId: MerchantId,
  roomId: RoomId,
): { readonly skuId: SkuId; readonly productId: ProductId } {
  const skuId = ids.make('sku', merchantId)
  const productId = ids.make('product', merchantId)
  const available = random.between(1, 6)
  tables.skus.set(skuId, {
    merchant_id: merchantId,
    sku_id: skuId,
    product_id: productId,
    name: 'one size',
    price_fen: toFen(random.between(1, 9_999)),
    available,
    reserved: 0,
    sold: 0,
    position: 1,
    announced_at: now,
    is_unannounced: false,
  })
  tables.ledger.push({
    merchant_id: merchantId,
    entry_id: ids.makeEntryId(),
    sku_id: skuId,
    move: 'put-in',
    quantity: available,
    order_id: null,
    actor_id: null,
    reason: '',
    at: now,
  })
  tables.shelf.push({
    room_id: roomId,
    room_status: 'live',
    merchant_name: 'Orchard',
    sku_id: skuId,
    product_id: productId,
    product_name: 'Grapes',
    picture_url: '',
    live_price_fen: random.chance(0.3) ? toFen(random.between(1, 9_999)) : null,
    is_price_hidden: false,
  })
  return { skuId, productId }
}

function planFlashSale({ random, ids, tables, now }: Ground, merchantId: MerchantId, skuId: SkuId): void {
  const id: FlashSaleId = ids.make('flashSale', merchantId)
  tables.flashSales.set(id, {
    merchant_id: merchantId,
    flash_sale_id: id,
    sku_id: skuId,
    price_fen: toFen(random.between(1, 999)),
    starts_at: now - HOUR,
    ends_at: now + random.pick([10 * MINUTE, HOUR]),
    quantity: random.between(1, 3),
    taken: 0,
    per_person: random.between(1, 2),
    created_at: now - HOUR,
  })
}

function issueCoupon({ random, ids, tables, now }: Ground, merchantId: MerchantId, productId: ProductId) {
  const couponId = ids.make('coupon', merchantId)
  tables.coupons.set(couponId, {
    merchant_id: merchantId,
    coupon_id: couponId,
    title: 'Welcome',
    value: random.chance(0.5)
      ? { kind: 'fixed', off: toFen(random.between(1, 3_000)) }
      : { kind: 'percent', percentOff: random.between(1, 99), cap: toFen(random.between(1, 5_000)) },
    threshold_fen: toFen(random.pick([0, 0, 3_000])),
    products: random.chance(0.3) ? [productId] : null,
    claim_from: now - HOUR,
    claim_until: now + HOUR,
    expires_at: now + DAY,
    total: random.between(1, 3),
    per_person: random.between(1, 2),
    claimed: 0,
    spent: 0,
    ended_at: null,
    created_at: now - HOUR,
  })
  return couponId
}

/** Some users are one person: the same verified phone in two hosts. */
function meetBuyer({ random, ids, tables }: Ground, persons: PersonId[]): SimBuyer {
  if (random.chance(0.75)) persons.push(ids.make('person'))
  const buyer: SimBuyer = {
    userId: ids.make('user'),
    personId: random.pick(persons),
    addressId: ids.make('address'),
    host: random.pick(['weapp', 'weapp', 'alipay', 'alipay', 'h5']),
  }
  const deliverTo = { name: 'Lin', phone: '13800000000', region: '云南省 昆明市', detail: '1' }
  tables.buyers.set(`${buyer.userId} ${buyer.addressId}`, { personId: buyer.personId, deliverTo })
  return buyer
}
