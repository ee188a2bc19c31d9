import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useRoomNewsWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
