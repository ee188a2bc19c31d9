import { createWords } from '@/ui'
import { en } from './en'
import { zhCn } from './zh-cn'

export const useModerationWords = createWords(zhCn, en)
