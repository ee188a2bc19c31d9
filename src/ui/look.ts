import { create } from 'zustand'
import { keyValueStore } from '@/platform'

export type Language = 'zh-cn' | 'en'

/** How this person wants to read: kept on the device, the same on every page. */
interface Look {
  readonly language: Language
  readonly isLargeType: boolean
  setLanguage(language: Language): void
  setLargeType(isLargeType: boolean): void
}

export const useLook = create<Look>()((set) => ({
  language: keyValueStore.get('language') === 'en' ? 'en' : 'zh-cn',
  isLargeType: keyValueStore.get('large-type') === 'yes',
  setLanguage(language) {
    keyValueStore.set('language', language)
    set({ language })
  },
  setLargeType(isLargeType) {
    keyValueStore.set('large-type', isLargeType ? 'yes' : 'no')
    set({ isLargeType })
  },
}))
