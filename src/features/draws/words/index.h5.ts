import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useDrawWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
