import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useRefundWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
