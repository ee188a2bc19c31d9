import type { ImportProblem } from '@/contracts/merchant/shelf'
import type { Words } from './words/import/zh-cn'

/** A problem as a person reads it: where it stands, what stands there, what to do. */
export interface ProblemLine {
  readonly where: string
  readonly value: string
  readonly what: string
}

const MAX_VALUE = 24

const shortened = (value: string): string =>
  value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value

export function problemLine({ row, column, code, value }: ImportProblem, words: Words): ProblemLine {
  const columnName = words.columns[column]
  const isWhole = column === 'file' || code === 'missing-column'
  return {
    where: isWhole ? words.wholeFile : `${words.row(row)} · ${columnName}`,
    // for a missing column the value is the whole header, which says nothing about it
    value: isWhole ? '' : shortened(value),
    what: code === 'missing-column' ? words.problem[code](columnName) : words.problem[code],
  }
}
