import type { FunctionName, OperationName } from '@/contracts'
import { HOUR } from '@/domain/time'
import { couponOf, flashOf, PICTURE, type ShopWorld } from './shop-world'

type OperationPath = { [F in FunctionName]: `${F}/${OperationName<F>}` }[FunctionName]

export interface Row {
  /** An input that its rightful caller may send. */
  readonly input: (world: ShopWorld) => Readonly<Record<string, unknown>>
  /** Fields that may name anybody's thing: rooms that are shown to all, coupons that are handed out. */
  readonly open?: readonly string[]
  /** Says nothing about what is not the caller's: it answers as if there were nothing, and changes nothing. */
  readonly isSilent?: true
}

const nothing = { input: () => ({}) }
const shop = { input: ({ things }: ShopWorld) => ({ merchantId: things.merchant }) }
const room = { input: ({ things }: ShopWorld) => ({ roomId: things.room }) }
const anyShop = { ...shop, open: ['merchantId'] }
const anyRoom = { ...room, open: ['roomId'] }
const onShelf = { input: ({ things }: ShopWorld) => ({ roomId: things.room, productId: things.product }) }
const order = { input: ({ things }: ShopWorld) => ({ orderId: things.order }) }
const unpaid = { input: (world: ShopWorld) => ({ orderId: world.unpaid }) }
const refund = { input: ({ things }: ShopWorld) => ({ refundId: things.refund }) }
const flashSale = { input: ({ things }: ShopWorld) => ({ flashSaleId: things.flashSale }) }
const coupon = { input: ({ things }: ShopWorld) => ({ couponId: things.coupon }) }
const draw = { input: ({ things }: ShopWorld) => ({ drawId: things.draw }), open: ['drawId'] }
const handedOut = ({ things }: ShopWorld) => ({ roomId: things.room, couponId: things.coupon })
const items = ({ things }: ShopWorld) => ({
  roomId: things.room,
  items: [{ skuId: things.sku, quantity: 1 }],
  addressId: things.address,
  claimId: things.claim,
})
const onBuyer = ({ things, buyer }: ShopWorld) => ({ roomId: things.room, userId: buyer.userId })
const message = {
  input: ({ things, messageId }: ShopWorld) => ({ roomId: things.room, messageId }),
}
const units = [{ line: 1, quantity: 1 }]
const goods = ({ things }: ShopWorld) => ({
  merchantId: things.merchant,
  csv: '商品名,规格,价格,库存,图片\n脐橙,五斤,29.9,10,https://pictures.test/orange.jpg\n',
  pictures: {},
})
const sheet = ({ things }: ShopWorld) => ({
  merchantId: things.merchant,
  csv: `订单号,快递公司,快递单号\n${things.order},顺丰速运,SF1234567890\n`,
})
const difference = ({ things }: ShopWorld) => ({ merchantId: things.merchant, differenceId: 'difference-1' })

/** Every operation there is, with an input that works: a new one does not compile before it has its row. */
export const OPERATIONS: Readonly<Record<OperationPath, Row>> = {
  'session/sign-in': { input: () => ({ host: 'weapp', code: 'code-mei' }) },
  'session/me': nothing,
  'session/verify-phone': { input: () => ({ code: 'phone-13800138000' }) },
  'session/list-addresses': nothing,
  'session/save-address': {
    input: ({ things }) => ({
      id: things.address,
      name: '林小满',
      phone: '13800138000',
      region: '浙江省杭州市',
      detail: '文三路 1 号',
      isDefault: true,
    }),
  },
  'session/remove-address': { input: ({ things }) => ({ id: things.address }), isSilent: true },
  'rooms/list': nothing,
  'rooms/enter': anyRoom,
  'rooms/events': { input: ({ things }) => ({ roomId: things.room, since: 0 }), open: ['roomId'] },
  'rooms/pulse': { input: ({ things }) => ({ roomId: things.room, likes: 3 }), open: ['roomId'] },
  'rooms/leave': anyRoom,
  'rooms/play-addresses': anyRoom,
  'rooms/replay': anyRoom,
  'rooms/list-clips': {
    input: ({ things }) => ({ productId: things.product }),
    open: ['productId'],
  },
  'rooms/summary': anyRoom,
  'rooms/share': anyRoom,
  'rooms/share-code': anyRoom,
  'rooms/get-reservation': anyRoom,
  'rooms/list-reservations': nothing,
  'rooms/reserve': { input: ({ things }) => ({ roomId: things.room, isGranted: true }), open: ['roomId'] },
  'rooms/cancel-reservation': anyRoom,
  'rooms/list-mine': shop,
  'rooms/create': {
    input: ({ things, now }) => ({ merchantId: things.merchant, title: '脐橙开园', startsAt: now + HOUR }),
  },
  'rooms/start': room,
  'rooms/end': room,
  'rooms/push-address': room,
  'shelf/list-products': shop,
  'shelf/preview-import': { input: goods },
  'shelf/import-products': { input: goods },
  'shelf/upload-picture': { input: ({ things }) => ({ merchantId: things.merchant, base64: PICTURE }) },
  'shelf/put-on-shelf': onShelf,
  'shelf/take-off-shelf': { ...onShelf, open: ['productId'] },
  'shelf/hide-price': onShelf,
  'shelf/reveal-price': onShelf,
  'shelf/explain': onShelf,
  'shelf/ask-to-explain': { ...onShelf, open: ['roomId', 'productId'] },
  'shelf/stop-explaining': room,
  'offers/set-live-price': {
    input: ({ things }) => ({ roomId: things.room, skuId: things.sku, price: 1990 }),
  },
  'offers/plan-flash-sale': { input: ({ things, now }) => flashOf(things.sku, now + 5 * HOUR) },
  'offers/end-flash-sale': flashSale,
  'offers/list-flash-sales': shop,
  'offers/get-freight': shop,
  'offers/set-freight': {
    input: ({ things }) => ({
      merchantId: things.merchant,
      freight: { fee: 800, freeFrom: 9900, regions: [{ names: ['新疆'], fee: 2000 }] },
    }),
  },
  'offers/correct-stock': {
    input: ({ things }) => ({ skuId: things.sku, quantity: 2, reason: '盘点' }),
  },
  'offers/stock-ledger': { input: ({ things }) => ({ skuId: things.sku }) },
  'orders/quote': { input: items },
  'orders/place-order': { input: items },
  'orders/get-order': order,
  'orders/list-orders': nothing,
  'orders/cancel-order': unpaid,
  'orders/confirm-receipt': order,
  'orders/request-refund': {
    input: ({ things }) => ({
      orderId: things.order,
      units,
      reason: 'damaged',
      note: '破了',
      pictureIds: [things.picture],
    }),
  },
  'orders/upload-refund-picture': { input: ({ things }) => ({ orderId: things.order, data: PICTURE }) },
  'orders/withdraw-refund': refund,
  'orders/list-shop-orders': { input: ({ things }) => ({ merchantId: things.merchant, search: '138' }) },
  'orders/get-shop-order': order,
  'orders/close-order': unpaid,
  'orders/ship': {
    input: ({ things }) => ({
      orderId: things.order,
      carrierCode: 'SF',
      trackingNumber: 'SF1234567890',
      units,
    }),
  },
  'orders/correct-parcel': {
    input: ({ things }) => ({ parcelId: things.parcel, carrierCode: 'SF', trackingNumber: 'SF0987654321' }),
  },
  'orders/preview-shipping': { input: sheet },
  'orders/import-shipping': { input: sheet },
  'orders/answer-refund': {
    input: ({ things }) => ({ refundId: things.refund, answer: 'agree', note: '好的' }),
  },
  'orders/refund-order': { input: ({ things }) => ({ orderId: things.order, units, note: '少发一件' }) },
  'orders/retry-refund': refund,
  'orders/export-orders': {
    input: ({ things, now }) => ({ merchantId: things.merchant, from: 0, until: now + HOUR }),
  },
  'payments/prepay': unpaid,
  'payments/confirm': unpaid,
  'payments/reconciliation': shop,
  'payments/repair-difference': { input: difference },
  'payments/note-difference': { input: (world) => ({ ...difference(world), note: '线下退过' }) },
  'coupons/list-claimable': { ...shop, open: ['merchantId'] },
  'coupons/claim': { ...coupon, open: ['couponId'] },
  'coupons/list-mine': { ...shop, open: ['merchantId'] },
  'coupons/create': { input: ({ things, now }) => couponOf(things.merchant, now) },
  'coupons/end': coupon,
  'coupons/list-shop': shop,
  'coupons/hand-out': { input: (world) => ({ ...handedOut(world), minutes: 5 }) },
  'coupons/take-back': { input: handedOut },
  'draws/open': {
    input: ({ things }) => ({ roomId: things.room, prize: '脐橙一箱', winners: 1, minutes: 5 }),
  },
  'draws/cancel': { input: draw.input },
  'draws/list': room,
  'draws/enter': draw,
  'draws/standing': draw,
  'draws/entrants': draw,
  'draws/claim-prize': {
    input: ({ things }) => ({ drawId: things.draw, addressId: things.address }),
    open: ['drawId'],
  },
  'chat/credentials': anyRoom,
  'chat/report': {
    input: ({ things, messageId }) => ({ roomId: things.room, messageId, reason: 'abuse', note: '骂人' }),
    open: ['roomId'],
  },
  'chat/ask-question': {
    input: ({ things }) => ({ roomId: things.room, productId: things.product, question: '甜吗' }),
    open: ['roomId', 'productId'],
  },
  'chat/list-answers': { input: ({ things }) => ({ productId: things.product }), open: ['productId'] },
  'chat/mute': { input: (world) => ({ ...onBuyer(world), minutes: 10 }) },
  'chat/unmute': { input: onBuyer },
  'chat/ban': { input: onBuyer },
  'chat/unban': { input: onBuyer },
  'chat/list-restricted': room,
  'chat/delete-message': message,
  'chat/pin-message': message,
  'chat/set-notice': { input: ({ things }) => ({ roomId: things.room, notice: '八点抽奖' }) },
  'chat/set-slow-mode': { input: ({ things }) => ({ roomId: things.room, seconds: 10 }) },
  'chat/get-words': shop,
  'chat/set-words': { input: ({ things }) => ({ merchantId: things.merchant, words: ['隔壁'] }) },
  'chat/list-questions': room,
  'chat/answer-question': {
    input: ({ things }) => ({ questionId: things.question, answer: '三天' }),
  },
  'chat/list-reports': shop,
  'chat/settle-report': { input: ({ things }) => ({ reportId: things.report }) },
  'chat/export-chat': room,
  'chat/export-log': room,
  'shops/get': anyShop,
  'shops/follow': anyShop,
  'shops/unfollow': anyShop,
  'shops/list-followed': nothing,
  'shops/set-contact': { input: ({ things }) => ({ merchantId: things.merchant, contact: '400-820-0000' }) },
  'insights/report-watch': {
    input: ({ things }) => ({
      roomId: things.room,
      stay: 'stay0001',
      number: 1,
      totals: {
        engine: 'flv',
        quality: 'origin',
        firstFrameMs: 400,
        playedMs: 60_000,
        stalls: 0,
        stalledMs: 0,
        reconnects: 0,
        latencyMs: null,
      },
    }),
    open: ['roomId'],
  },
  'insights/watch-quality': room,
}
