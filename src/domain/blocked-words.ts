import { foldText } from './fold-text'

/** Words that nobody says here, as they are looked for. */
export type BlockedWords = readonly string[]

const LATIN = /^[a-z]/

export const blockedWords = (words: readonly string[]): BlockedWords => [
  ...new Set(words.map((word) => foldText(word).text).filter((word) => word !== '')),
]

/**
 * Whether the text holds one of the words, however it is dressed up. A word in Latin letters is not looked for inside
 * another one: "VX" is not in "love x-rays".
 */
export function holdsBlockedWord(text: string, words: BlockedWords): boolean {
  const folded = foldText(text)
  const isLatin = (index: number): boolean =>
    LATIN.test(foldText(folded.original.slice(index, index + 1).join('')).text)
  const isWhole = (start: number, length: number): boolean => {
    const places = folded.origins.slice(start, start + length)
    return !isLatin(Math.min(...places) - 1) && !isLatin(Math.max(...places) + 1)
  }
  const holds = (word: string): boolean => {
    for (let at = folded.text.indexOf(word); at !== -1; at = folded.text.indexOf(word, at + 1))
      if (!LATIN.test(word) || isWhole(at, word.length)) return true
    return false
  }
  return words.some(holds)
}
