import { type Language, useLook } from './look'
import type { UseWords } from './use-words'

/** Words for a mini-program, which loads no code at run time: both languages are in the package that uses them. */
export function createWords<T>(zhCn: T, en: NoInfer<T>): UseWords<T> {
  const wordsIn = (language: Language): T => (language === 'en' ? en : zhCn)
  function useWords(): T {
    return wordsIn(useLook((look) => look.language))
  }
  return Object.assign(useWords, { current: () => wordsIn(useLook.getState().language) })
}
