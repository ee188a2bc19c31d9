import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useReplayWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
