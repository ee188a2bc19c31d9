import type { Order, OrderLine } from '@/contracts/orders'
import type { Address, Host } from '@/contracts/schemas'
import type { Profile } from '@/contracts/session'
import { composeId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { PAYMENT_WINDOW_MS } from '@/domain/order'
import { merchantId, productIdOf, roomId, skuIdOf } from './room'

/** 2026-05-01 20:00 in Shanghai. */
export const EVENING = Date.UTC(2026, 4, 1, 12)

const body = (text: string): string => text.padEnd(20, '0')
export const orderIdOf = (n: number) => composeId('order', body(`order${n}x`), merchantId)
export const addressIdOf = (n: number) => composeId('address', body(`address${n}x`))
export const userId = composeId('user', body('lin'))

export const aProfile = (host: Host, overrides: Partial<Profile> = {}): Profile => ({
  id: userId,
  host,
  nickname: '林小满',
  avatarUrl: '/media/avatars/1.jpg',
  isPhoneVerified: false,
  memberOf: [],
  ...overrides,
})

export const anAddress = (n: number, overrides: Partial<Address> = {}): Address => ({
  id: addressIdOf(n),
  name: '林小满',
  phone: '13800138000',
  region: '浙江省杭州市西湖区',
  detail: `文三路 ${n} 号`,
  isDefault: n === 1,
  ...overrides,
})

/** One bag of oranges at its usual price. */
export const anOrderLine = (line: number, overrides: Partial<OrderLine> = {}): OrderLine => ({
  line,
  skuId: skuIdOf(line),
  productId: productIdOf(line),
  productName: '赣南脐橙',
  skuName: '5 斤装',
  pictureUrl: '/media/orange.jpg',
  price: toFen(2990),
  regularPrice: toFen(2990),
  priceKind: 'regular',
  quantity: 1,
  discount: toFen(0),
  payable: toFen(2990),
  shipped: 0,
  refunded: 0,
  ...overrides,
})

export const anOrder = (n: number, overrides: Partial<Order> = {}): Order => ({
  id: orderIdOf(n),
  merchantId,
  merchantName: '云岭果园',
  roomId,
  status: 'awaiting-payment',
  lines: [anOrderLine(1)],
  goods: toFen(2990),
  discount: toFen(0),
  freight: toFen(0),
  total: toFen(2990),
  couponTitle: null,
  deliverTo: { name: '林小满', phone: '13800138000', region: '浙江省杭州市西湖区', detail: '文三路 1 号' },
  createdAt: EVENING,
  expiresAt: EVENING + PAYMENT_WINDOW_MS,
  paidAt: null,
  paidBy: null,
  shippedAt: null,
  receivedBy: null,
  receivedAt: null,
  closedAt: null,
  closedBecause: null,
  parcels: [],
  refunds: [],
  refundable: null,
  ...overrides,
})
