import type { Page } from 'playwright-core'
import { merchantIdOf, productIdOf, skuIdOf } from '../../../local/seed/seed-ids'
import { RawClient } from '../../contract/chat/raw-client'
import { ApiClient } from '../../journeys/api-client'
import { clothingEnded, orchard, orchardEnded, orchardLive } from '../../journeys/seeded'
import type { OrderId } from '@/domain/ids'
import { chooseOnShelf, openShelf } from '../../journeys/shopping'

/** Somebody who has something on every page: works for a shop and buys in it. */
export const PERSON = 'host-orchard'

/** One page of the app, or one state of it. */
export interface Visit {
  readonly name: string
  readonly path: string
  /** Words that are there when the page is complete. */
  readonly shows: string
  readonly act?: (page: Page) => Promise<unknown>
}

const ROOM = `packages/live/room/index?id=${orchardLive}`
/** Stands for the id of an order, which is known when there is one. */
export const ORDER = ':order'
const WORDS = '果园的苹果甜吗'
const APPLES = '阿克苏冰糖心苹果'
const ofShop = (page: string): string => `packages/shop/${page}/index?merchant=${merchantIdOf(orchard)}`
const ofRoom = (page: string): string => `packages/studio/${page}/index?id=${orchardLive}`

/** Every page of app.json. */
export const visits: readonly Visit[] = [
  { name: 'feed', path: 'pages/feed/index', shows: '脐橙开园第一车' },
  { name: 'orders', path: 'pages/orders/index', shows: '待付款' },
  { name: 'me', path: 'pages/me/index', shows: '果园老李' },
  { name: 'room', path: ROOM, shows: WORDS },
  { name: 'room with its shelf', path: ROOM, shows: '全部商品 6', act: openShelf },
  { name: 'checkout', path: ROOM, shows: '提交订单', act: (page) => chooseOnShelf(page, APPLES) },
  {
    name: 'room that has ended',
    path: `packages/live/room/index?id=${orchardEnded}`,
    shows: '直播已结束',
  },
  {
    name: 'replay at its end',
    path: `packages/live/replay/index?id=${clothingEnded}&at=957`,
    shows: '回放放完了',
  },
  { name: 'order', path: `packages/trade/order/index?id=${ORDER}`, shows: '订单编号' },
  { name: 'refund', path: `packages/trade/refund/index?id=${ORDER}`, shows: '现在不能申请退款' },
  { name: 'addresses', path: 'packages/trade/addresses/index', shows: '云岭果园 1 号' },
  { name: 'followed shops', path: 'packages/trade/followed/index', shows: '还没有关注店铺' },
  { name: 'studio home', path: 'packages/studio/home/index', shows: '进入控台' },
  { name: 'studio console', path: ofRoom('console'), shows: APPLES },
  { name: 'shop import', path: ofShop('import'), shows: '选择 CSV 文件' },
  { name: 'studio stream', path: ofRoom('stream'), shows: '推流码' },
  {
    name: 'studio plan',
    path: `packages/studio/plan/index?merchant=${merchantIdOf(orchard)}`,
    shows: '创建直播间',
  },
  { name: 'shop orders', path: ofShop('orders'), shows: '果园老李' },
  { name: 'shop order', path: `packages/shop/order/index?id=${ORDER}`, shows: '订单编号' },
  { name: 'shop shipping', path: ofShop('shipping'), shows: '选择 CSV 文件' },
  { name: 'shop offers', path: ofShop('offers'), shows: '新建优惠券' },
  { name: 'shop reconciliation', path: ofShop('reconciliation'), shows: '还没有账单' },
]

/** What a person leaves behind who uses the app: an address, and an order whose id is returned. */
export async function liveALittle(url: string): Promise<OrderId> {
  const person = await ApiClient.as(url, PERSON)
  const address = await person.ask<'session', 'save-address'>('session/save-address', {
    name: '李果',
    phone: '13800000000',
    region: '云南省 昭通市 昭阳区',
    detail: '云岭果园 1 号',
  })
  const { order } = await person.ask<'orders', 'place-order'>('orders/place-order', {
    items: [{ skuId: skuIdOf(orchard, 2, 0), quantity: 2 }],
    addressId: address.id,
    roomId: orchardLive,
  })
  await person.ask('shelf/explain', { roomId: orchardLive, productId: productIdOf(orchard, 1) })
  await person.ask('rooms/enter', { roomId: orchardLive })
  await saySomething(url)
  return order.id
}

/** Said by somebody else: one person on two phones has the chat on the later one only. */
async function saySomething(url: string): Promise<void> {
  const somebody = await ApiClient.as(url, 'wechat-zhou')
  const chat = await somebody.ask<'chat', 'credentials'>('chat/credentials', { roomId: orchardLive })
  const line = await RawClient.connect(Number(new URL(url).port))
  await line.logIn(chat.userId, chat.userSig)
  await line.join(chat.groupId)
  await line.say(WORDS, { GroupId: chat.groupId })
  line.end()
}
