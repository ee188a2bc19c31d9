import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useRoomCouponWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
