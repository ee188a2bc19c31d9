import { createLateWords } from '../../create-late-words'
import { zhCn } from './zh-cn'

export const useCommonWords = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
