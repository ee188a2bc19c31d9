import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useShopOrderWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
