import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useReserveWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
