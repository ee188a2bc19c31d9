import ts from 'typescript'

/** The platforms that Taro's declarations name for something; null where they name none or all of them. */
export function declaredHosts(symbol: ts.Symbol, checker: ts.TypeChecker): readonly string[] | null {
  const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'supported')
  if (tag === undefined) return null
  const words: readonly string[] = ts.displayPartsToString(tag.text).match(/[\w-]+/g) ?? []
  return words.includes('global') ? null : words
}
