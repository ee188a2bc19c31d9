import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useCheckoutWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
