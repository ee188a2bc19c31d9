import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useFeedWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
