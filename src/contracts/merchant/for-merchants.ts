import { chat } from './chat'
import { coupons } from './coupons'
import { draws } from './draws'
import { insights } from './insights'
import { offers } from './offers'
import { orders } from './orders'
import { payments } from './payments'
import { rooms } from './rooms'
import { shelf } from './shelf'
import { shops } from './shops'

/** What merchants ask of each cloud function: only the packages of their pages have these. */
export const forMerchants = {
  rooms,
  shelf,
  offers,
  orders,
  payments,
  coupons,
  draws,
  chat,
  shops,
  insights,
} as const
export type ForMerchants = typeof forMerchants
