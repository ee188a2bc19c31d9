import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useOfferWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
