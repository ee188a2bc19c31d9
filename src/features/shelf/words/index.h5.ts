import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useShelfWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
