import type { CloudFunction } from './_kernel/cloud-function'
import { chat } from './chat'
import { coupons } from './coupons'
import { draws } from './draws'
import { insights } from './insights'
import { offers } from './offers'
import { orders } from './orders'
import { payments } from './payments'
import { rooms } from './rooms'
import { session } from './session'
import { shelf } from './shelf'
import { shops } from './shops'

/** Every cloud function, for those who serve all of them in one process. */
export const functions: readonly CloudFunction[] = [
  session,
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
]
