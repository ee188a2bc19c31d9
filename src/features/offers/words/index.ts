import { createWords } from '@/ui'
import { en } from './en'
import { zhCn } from './zh-cn'

export const useOfferWords = createWords(zhCn, en)
