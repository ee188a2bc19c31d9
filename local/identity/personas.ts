import type { Host } from '@/contracts/schemas'

/** Somebody the local product can be opened as. */
export interface Persona {
  readonly key: string
  readonly host: Extract<Host, 'weapp' | 'alipay'>
  /** The person as that host knows them (openid). */
  readonly hostUserId: string
  readonly nickname: string
  /** With the host; one real person has the same in both. */
  readonly phone: string
  readonly avatarUrl: string
  readonly role: 'viewer' | 'host' | 'assistant'
  /** Whose show a host or an assistant runs. */
  readonly shop?: 'orchard' | 'clothing' | 'jewellery'
  readonly label: string
}

type Row = readonly [key: string, nickname: string, picture: number]
const wechatViewers: readonly Row[] = [
  ['wechat-lin', '林小满', 1],
  ['wechat-zhou', '周末去爬山', 2],
  ['wechat-chen', '陈皮糖', 3],
  ['wechat-he', '何必当真', 4],
  ['wechat-xu', '徐徐清风', 5],
  ['wechat-tang', '糖炒栗子', 6],
]
const alipayViewers: readonly Row[] = [
  ['alipay-wang', '王大力', 7],
  ['alipay-zhao', '赵今麦田', 8],
  ['alipay-sun', '孙小圣', 1],
  ['alipay-wu', '吴所谓', 2],
  ['alipay-zheng', '郑好遇见你', 3],
  ['alipay-feng', '冯雨眠', 4],
]

/** The first viewer of one host is the first of the other, known there by another name; and so on. */
const phoneOf = (place: number): string => `1380013${String(8_001 + place)}`

const openId = (key: string): string => `oLivestall${key.replaceAll('-', '_')}`.padEnd(28, '0').slice(0, 28)

const viewer =
  (host: Persona['host'], where: string) =>
  ([key, nickname, picture]: Row, place: number): Persona => ({
    key,
    host,
    hostUserId: openId(key),
    nickname,
    phone: phoneOf(place),
    avatarUrl: `/seed/avatars/${picture}.jpg`,
    role: 'viewer',
    label: `${where}观众 ${nickname}`,
  })

const showHost = (
  shop: NonNullable<Persona['shop']>,
  { nickname, picture, what, place }: { nickname: string; picture: number; what: string; place: number },
): Persona => ({
  key: `host-${shop}`,
  host: 'weapp',
  hostUserId: openId(`host-${shop}`),
  nickname,
  phone: phoneOf(place),
  avatarUrl: `/seed/avatars/${picture}.jpg`,
  role: 'host',
  shop,
  label: `${what}主播 ${nickname}`,
})

/** Runs the orchard's show from Alipay: the console is the same in both super-apps. */
const assistant: Persona = {
  key: 'assistant-orchard',
  host: 'alipay',
  hostUserId: openId('assistant-orchard'),
  nickname: '果园小助理',
  phone: phoneOf(9),
  avatarUrl: '/seed/avatars/7.jpg',
  role: 'assistant',
  shop: 'orchard',
  label: '水果助理 果园小助理',
}

export const personas: readonly Persona[] = [
  ...wechatViewers.map(viewer('weapp', '微信')),
  ...alipayViewers.map(viewer('alipay', '支付宝')),
  showHost('orchard', { nickname: '果园老李', picture: 5, what: '水果', place: 6 }),
  showHost('clothing', { nickname: '阿宁穿搭', picture: 6, what: '服饰', place: 7 }),
  showHost('jewellery', { nickname: '珠宝掌柜', picture: 8, what: '珠宝', place: 8 }),
  assistant,
]

export const findPersona = (key: string): Persona | null =>
  personas.find((persona) => persona.key === key) ?? null
