import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useMeWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
