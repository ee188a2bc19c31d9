import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useOrderListWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
