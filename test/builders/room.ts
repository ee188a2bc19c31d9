import { composeId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import type { ShelfProduct, Sku } from '@/domain/product'
import type { RoomPulse, RoomState } from '@/domain/room'
import { NO_OFFERS } from '@/domain/room-offers'
import { SILENCE } from '@/domain/room-talk'

const padded = (text: string): string => text.padEnd(20, '0')
export const merchantId = composeId('merchant', 'orchard0')
export const roomId = composeId('room', padded('room'), merchantId)
export const productIdOf = (n: number) => composeId('product', padded(`product${n}`), merchantId)
export const skuIdOf = (n: number) => composeId('sku', padded(`sku${n}`), merchantId)

export const aSku = (n: number, overrides: Partial<Sku> = {}): Sku => ({
  id: skuIdOf(n),
  name: '5 斤装',
  price: toFen(2990),
  available: 10,
  ...overrides,
})

export const aShelfProduct = (n: number, overrides: Partial<ShelfProduct> = {}): ShelfProduct => ({
  id: productIdOf(n),
  name: '赣南脐橙',
  pictureUrl: '/media/orange.jpg',
  skus: [aSku(n)],
  position: n,
  ...overrides,
})

export const aRoomState = (overrides: Partial<RoomState> = {}): RoomState => ({
  room: {
    id: roomId,
    merchantId,
    merchantName: '云岭果园',
    merchantLogoUrl: '/media/logo.jpg',
    title: '脐橙开园',
    coverUrl: '/media/cover.jpg',
    status: 'live',
    picture: 'on',
    startsAt: 1_800_000_000_000,
  },
  shelf: [aShelfProduct(1), aShelfProduct(2)],
  explaining: [],
  offers: NO_OFFERS,
  talk: SILENCE,
  staff: [],
  seq: 0,
  ...overrides,
})

export const aPulse = (overrides: Partial<RoomPulse> = {}): RoomPulse => ({
  viewers: 1,
  likes: 0,
  asks: {},
  left: {},
  came: [],
  bought: null,
  ...overrides,
})
