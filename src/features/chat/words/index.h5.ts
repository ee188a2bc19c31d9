import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useChatWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
