import path from 'node:path'
import * as v from 'valibot'
import type { Quality } from './ask-tools'
import { check, type Check } from './check'

/** WeChat's limit for the main package and for each subpackage. */
const packageLimit = 2 << 20
/** What minifying once more may save before it is worth a build that is not the one that was tested. */
const worthIt = 0.01

const packageSizes = v.record(v.string(), v.number())

/** The size of each package as WeChat counts it: the source files that are uploaded. */
export function judgeSizes(quality: Quality): readonly Check[] {
  const detail = quality.checks.find(({ name }) => name === 'PACKAGE_SIZE_LIMIT')?.detail
  const sizes = v.safeParse(packageSizes, detail)
  if (!sizes.success || sizes.output['__APP__'] === undefined) return [check('sizes', false, 'not reported')]
  return Object.entries(sizes.output).map(([name, size]) =>
    check(`size ${name}`, size <= packageLimit, `${bytes(size)} of ${bytes(packageLimit)}`),
  )
}

/** Fails when WeChat's minifiers would make the scripts or the styles notably smaller than the build leaves them. */
export function judgeMinified(
  built: Readonly<Record<string, number>>,
  minified: Readonly<Record<string, number>>,
): readonly Check[] {
  return ['.js', '.wxss'].map((kind) => {
    const before = totalOf(kind, built)
    const saved = before - totalOf(kind, minified)
    const why = saved < 0 ? `${bytes(-saved)} more` : `${bytes(saved)} less`
    return check(`${kind} is minified`, saved <= before * worthIt, `${why} by WeChat's minifier`)
  })
}

function totalOf(kind: string, sizes: Readonly<Record<string, number>>): number {
  return Object.entries(sizes)
    .filter(([name]) => path.extname(name) === kind)
    .reduce((sum, [, size]) => sum + size, 0)
}

function bytes(size: number): string {
  return `${size.toLocaleString('en')} B`
}
