import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useReconciliationWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
