import { useSyncExternalStore } from 'react'
import { createLate } from './create-late'
import { type Language, useLook } from './look'
import type { UseWords } from './use-words'

/**
 * Words for a browser. Whoever opens a shared link reads Chinese, and should not wait for words that are shown when
 * chosen: English comes in a file of its own, one for the whole product, when somebody reads it for the first time.
 */
export function createLateWords<T>(zhCn: T, load: () => Promise<{ readonly en: T }>): UseWords<T> {
  const english = createLate(async () => (await load()).en)
  const wordsIn = (language: Language): T => (language === 'en' ? readOrAsk() : null) ?? zhCn
  function readOrAsk(): T | null {
    // no network: Chinese stays, and whoever reads next asks again
    english.load().catch(() => undefined)
    return english.read()
  }
  function useWords(): T {
    const language = useLook((look) => look.language)
    return useSyncExternalStore(english.subscribe, () => wordsIn(language))
  }
  return Object.assign(useWords, { current: () => wordsIn(useLook.getState().language) })
}
