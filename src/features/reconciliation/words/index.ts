import { createWords } from '@/ui'
import { en } from './en'
import { zhCn } from './zh-cn'

export const useReconciliationWords = createWords(zhCn, en)
