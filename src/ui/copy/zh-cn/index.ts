import { addresses } from './addresses'
import { chat } from './chat'
import { checkout } from './checkout'
import { common } from './common'
import { errors } from './errors'
import { feed } from './feed'
import { live } from './live'
import { me } from './me'
import { orders } from './orders'
import { productImport } from './product-import'
import { share } from './share'
import { shelf } from './shelf'
import { studio } from './studio'

/** The source of every word: other languages must have exactly these keys. */
export const zhCn = {
  common,
  errors,
  feed,
  live,
  chat,
  shelf,
  share,
  checkout,
  orders,
  addresses,
  me,
  studio,
  productImport,
}
export type Copy = typeof zhCn
