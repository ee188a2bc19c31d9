import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useTalkWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
