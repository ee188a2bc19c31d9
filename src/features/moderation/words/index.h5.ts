import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useModerationWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
