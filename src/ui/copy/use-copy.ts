import { useSyncExternalStore } from 'react'
import { type Language, useLook } from '../look'
import { english } from './english'
import { type Copy, zhCn } from './zh-cn'

const wordsOf = (language: Language): Copy => (language === 'en' ? english.read() : null) ?? zhCn

/** The words of the language this person reads. */
export function useCopy(): Copy {
  const language = useLook((look) => look.language)
  return useSyncExternalStore(english.subscribe, () => wordsOf(language))
}

/** The same outside a component, as for a toast. */
export const currentCopy = (): Copy => wordsOf(useLook.getState().language)
