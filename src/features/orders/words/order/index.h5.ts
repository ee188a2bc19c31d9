import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useOrderWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
