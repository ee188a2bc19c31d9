import { percentile } from '../percentile'

type Figures = Readonly<Record<string, number>>

/** The median of each figure over all runs, to a tenth. */
export function medians<Row extends Figures>(rows: readonly Row[]): { readonly [Name in keyof Row]: number } {
  const [first] = rows
  if (first === undefined) throw new RangeError('No runs to take the median of')
  const median = (name: string): number => {
    const value = percentile(
      rows.map((row) => row[name] ?? Number.NaN),
      0.5,
    )
    return Math.round(value * 10) / 10
  }
  return Object.fromEntries(Object.keys(first).map((name) => [name, median(name)])) as {
    readonly [Name in keyof Row]: number
  }
}
