import { chat } from './chat'
import { common } from './common'
import { errors } from './errors'
import { feed } from './feed'
import { live } from './live'
import { share } from './share'
import { shelf } from './shelf'

/** The source of every word: other languages must have exactly these keys. */
export const zhCn = { common, errors, feed, live, chat, shelf, share }
export type Copy = typeof zhCn
