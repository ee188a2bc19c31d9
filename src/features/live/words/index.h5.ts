import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useLiveWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
