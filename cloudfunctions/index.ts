import type { CloudFunction } from './_kernel/cloud-function'
import { chat } from './chat'
import { orders } from './orders'
import { payments } from './payments'
import { rooms } from './rooms'
import { session } from './session'
import { shelf } from './shelf'

/** Every cloud function, for those who serve all of them in one process. */
export const functions: readonly CloudFunction[] = [session, rooms, shelf, orders, payments, chat]
