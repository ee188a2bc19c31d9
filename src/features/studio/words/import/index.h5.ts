import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useImportWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
