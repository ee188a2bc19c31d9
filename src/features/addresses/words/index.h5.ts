import { createLateWords } from '@/ui'
import { zhCn } from './zh-cn'

export const useAddressWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
