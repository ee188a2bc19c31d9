import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useStudioWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
