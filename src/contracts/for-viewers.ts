import { chat } from './chat'
import { coupons } from './coupons'
import { draws } from './draws'
import { insights } from './insights'
import { orders } from './orders'
import { payments } from './payments'
import { rooms } from './rooms'
import { session } from './session'
import { shelf } from './shelf'
import { shops } from './shops'

/** What viewers ask of each cloud function: the client's main package has these. */
export const forViewers = {
  session,
  rooms,
  shelf,
  orders,
  payments,
  coupons,
  draws,
  chat,
  shops,
  insights,
} as const
export type ForViewers = typeof forViewers
