import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useShareWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
