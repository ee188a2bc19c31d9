import { createLateWords } from '../../create-late-words'
import { zhCn } from './zh-cn'

export const useErrorTable = createLateWords(zhCn, () => import(/* webpackChunkName: "en" */ './en'))
