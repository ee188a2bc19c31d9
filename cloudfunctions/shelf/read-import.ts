import Papa from 'papaparse'
import type { ImportDraft, ImportProblem } from '@/contracts/merchant/shelf'
import type { Frozen } from '@/contracts/schemas'
import { readColumns } from './import-columns'
import { readRow, type ImportRow, type Pictures } from './import-row'

const MAX_ROWS = 500

export interface ImportReading {
  readonly drafts: readonly Frozen<ImportDraft>[]
  readonly problems: readonly ImportProblem[]
}

/**
 * What a merchant's own spreadsheet says, and every reason why it cannot be taken as it is. Rows of one name are one
 * product in several forms. Reads only: whoever imports takes all of it, or nothing.
 */
export function readImport(csv: string, pictures: Pictures): ImportReading {
  const table = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimitersToGuess: [',', '\t', ';'] })
  // A replacement character means that the file was not UTF-8; Excel likes to save GBK.
  if (csv.includes('\ufffd') || table.errors.some((error) => error.type === 'Quotes'))
    return refused({ row: 1, code: 'unreadable' })
  const [header = [], ...body] = table.data
  const columns = readColumns(header)
  if (!columns.ok) return { drafts: [], problems: columns.error }
  const filled = body
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return refused({ row: 2, code: 'no-rows' })
  const tooMuch = filled[MAX_ROWS]
  if (tooMuch) return refused({ row: tooMuch.row, code: 'too-many-rows' })
  const products = groupByName(filled.map((cells) => readRow(cells, columns.value, pictures)))
  const problems = products.flatMap((rows) => [
    ...rows.flatMap((row) => row.problems),
    ...repeatedForms(rows),
    ...missingPicture(rows),
  ])
  return {
    drafts: products.flatMap(draftOf),
    problems: problems.sort((a, b) => a.row - b.row),
  }
}

const refused = ({ row, code }: Pick<ImportProblem, 'row' | 'code'>): ImportReading => ({
  drafts: [],
  problems: [{ row, column: 'file', code, value: '' }],
})

/** Rows without a name stand alone. */
function groupByName(rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] {
  const groups = new Map<string, ImportRow[]>()
  for (const row of rows) {
    const key = row.name ?? `row ${row.row}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

const repeatedForms = (rows: readonly ImportRow[]): readonly ImportProblem[] =>
  rows.flatMap(({ row, sku }, index) =>
    sku !== null && rows.slice(0, index).some((earlier) => earlier.sku === sku)
      ? [{ row, column: 'sku', code: 'duplicate-sku', value: sku }]
      : [],
  )

/** One picture is enough for all forms of a product, on whichever row it stands. */
function missingPicture(rows: readonly ImportRow[]): readonly ImportProblem[] {
  const [first] = rows
  return first && rows.every(({ pictureUrl }) => pictureUrl === '')
    ? [{ row: first.row, column: 'picture', code: 'empty', value: '' }]
    : []
}

/** The part of a product that could be read, for the preview. */
function draftOf(rows: readonly ImportRow[]): readonly Frozen<ImportDraft>[] {
  const name = rows[0]?.name ?? null
  const skus = rows.flatMap(({ sku, price, stock }) =>
    sku === null || price === null || stock === null ? [] : [{ name: sku, price, stock }],
  )
  if (name === null || skus.length === 0) return []
  return [{ name, pictureUrl: rows.find((row) => row.pictureUrl)?.pictureUrl ?? '', skus }]
}
