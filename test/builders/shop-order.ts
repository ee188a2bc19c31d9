import type { OrderLine, Parcel, Refund, ShopOrder } from '@/contracts/orders'
import { composeId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { PAYMENT_WINDOW_MS } from '@/domain/order'
import { MINUTE } from '@/domain/time'
import { merchantId, productIdOf, roomId, skuIdOf } from './room'
import { EVENING, orderIdOf } from './wire'

const padded = (text: string): string => text.padEnd(20, '0')
export const parcelIdOf = (n: number) => composeId('parcel', padded(`parcel${n}`), merchantId)
export const refundIdOf = (n: number) => composeId('refund', padded(`refund${n}`), merchantId)

/** One kind of oranges, two of them, nothing sent. */
export const aShopLine = (line: number, overrides: Partial<OrderLine> = {}): OrderLine => ({
  line,
  skuId: skuIdOf(line),
  productId: productIdOf(line),
  productName: '赣南脐橙',
  skuName: '5 斤装',
  pictureUrl: '/media/orange.jpg',
  price: toFen(2990),
  regularPrice: toFen(2990),
  priceKind: 'regular',
  quantity: 2,
  discount: toFen(0),
  payable: toFen(5980),
  shipped: 0,
  refunded: 0,
  ...overrides,
})

/** Paid for a minute ago, nothing sent, all of it refundable. */
export const aShopOrder = (n: number, overrides: Partial<ShopOrder> = {}): ShopOrder => ({
  id: orderIdOf(n),
  merchantId,
  merchantName: '云岭果园',
  roomId,
  status: 'paid',
  lines: [aShopLine(1)],
  goods: toFen(5980),
  discount: toFen(0),
  freight: toFen(0),
  total: toFen(5980),
  couponTitle: null,
  deliverTo: { name: '林小满', phone: '13800138000', region: '浙江省杭州市西湖区', detail: '文三路 1 号' },
  createdAt: EVENING - n * 1_000,
  expiresAt: EVENING + PAYMENT_WINDOW_MS,
  paidAt: EVENING - MINUTE,
  paidBy: 'alipay',
  shippedAt: null,
  receivedBy: null,
  receivedAt: null,
  closedAt: null,
  closedBecause: null,
  parcels: [],
  refunds: [],
  refundable: { lines: [{ line: 1, quantity: 2, amount: toFen(5980) }], freight: toFen(0) },
  buyerName: `买家${n}`,
  buyerHost: 'alipay',
  sharedBy: null,
  ...overrides,
})

export const aParcel = (n: number, overrides: Partial<Parcel> = {}): Parcel => ({
  id: parcelIdOf(n),
  carrierCode: 'SF',
  carrierName: '顺丰速运',
  trackingNumber: `SF100000000${n}`,
  lines: [{ line: 1, quantity: 1 }],
  shippedAt: EVENING,
  isCorrected: false,
  ...overrides,
})

/** A buyer wants one of two back, with two pictures. */
export const aRefund = (n: number, overrides: Partial<Refund> = {}): Refund => ({
  id: refundIdOf(n),
  cause: 'buyer',
  status: 'requested',
  lines: [{ line: 1, quantity: 1, amount: toFen(2990) }],
  freight: toFen(0),
  amount: toFen(2990),
  wallet: 'alipay',
  reason: 'damaged',
  note: '压坏了两个',
  pictureUrls: ['/media/bruise-1.jpg', '/media/bruise-2.jpg'],
  answer: '',
  createdAt: EVENING,
  answeredAt: null,
  doneAt: null,
  ...overrides,
})

export const NOTHING_WAITS = { toShip: 0, refunds: 0 }
