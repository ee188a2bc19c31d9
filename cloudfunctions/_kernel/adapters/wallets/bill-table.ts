// Bills are tables in which nothing is quoted: a product's name may hold whatever stands between two cells.

const FREE_TEXT = '商品名称'

/** One row of a bill by the names of its columns. */
export type Cells = Readonly<Record<string, string>>

/**
 * Names the cells of a row. When there are too many, the product's name was cut: it alone is free text, and what
 * stands left and right of it is counted from its own end. Null when there are too few.
 */
export function nameCells(
  names: readonly string[],
  cells: readonly string[],
  separator: string,
): Cells | null {
  const extra = cells.length - names.length
  const at = names.indexOf(FREE_TEXT)
  if (extra < 0 || (extra > 0 && at < 0)) return null
  const text = cells.slice(at, at + extra + 1).join(separator)
  const fitted = extra === 0 ? cells : [...cells.slice(0, at), text, ...cells.slice(at + extra + 1)]
  return Object.fromEntries(names.map((name, index) => [name, fitted[index] ?? '']))
}

/** The lines of a bill, without empty ones and without the mark that says how its letters are written. */
export const linesOf = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
