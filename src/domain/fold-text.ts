/** A text as somebody reads it who looks through its disguise, with the place in the original of each unit. */
export interface FoldedText {
  readonly text: string
  /** For each UTF-16 unit of `text`, which character of the original it comes from. */
  readonly origins: readonly number[]
  readonly original: readonly string[]
}

const LETTER = /^[\p{L}\p{N}]$/u

const lettersOf = (character: string): readonly string[] =>
  [...character.normalize('NFKD').toLowerCase()].filter((part) => LETTER.test(part))

/** Full-width and ornamented letters become plain ones; whatever is no letter or digit goes, seen or unseen. */
export function foldText(text: string): FoldedText {
  const original = [...text]
  const folded = original.map((character) => lettersOf(character).join(''))
  return {
    text: folded.join(''),
    origins: folded.flatMap((letters, index) => letters.split('').map(() => index)),
    original,
  }
}
