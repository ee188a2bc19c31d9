import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useShopWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
