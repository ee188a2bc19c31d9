import fc from 'fast-check'

/** Chance that comes again with the same number. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  shuffle<T>(items: readonly T[]): T[]
}

export function chanceOf(seed: number): Chance {
  const draws = fc.sample(fc.noBias(fc.integer({ min: 0, max: 2 ** 31 - 1 })), { seed, numRuns: 4_000 })
  let next = 0
  const draw = (): number => {
    next += 1
    return draws[next % draws.length] ?? 0
  }
  const between = (least: number, most: number): number => least + (draw() % (most - least + 1))
  return {
    between,
    shuffle(items) {
      const mixed = [...items]
      for (let index = mixed.length - 1; index > 0; index -= 1) {
        const other = between(0, index)
        const [one, two] = [mixed[index], mixed[other]]
        if (one !== undefined && two !== undefined) [mixed[index], mixed[other]] = [two, one]
      }
      return mixed
    },
  }
}
