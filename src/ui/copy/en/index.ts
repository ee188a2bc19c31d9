import type { Copy } from '../zh-cn'
import { chat } from './chat'
import { common } from './common'
import { errors } from './errors'
import { feed } from './feed'
import { live } from './live'
import { share } from './share'
import { shelf } from './shelf'

export const en: Copy = { common, errors, feed, live, chat, shelf, share }
