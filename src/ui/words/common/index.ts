import { createWords } from '../../create-words'
import { en } from './en'
import { zhCn } from './zh-cn'

export const useCommonWords = createWords(zhCn, en)
