import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { ClientTarget } from './client-target'
import { listFiles } from './list-files'
import { inProject } from './paths'

export interface PackageSize {
  readonly name: string
  readonly bytes: number
}

const notShipped = /(\.LICENSE\.txt|\.stamp|\.browserslistrc|project\.config\.json|mini\.project\.json)$/

/** What each super-app counts against its limits: the main package, then every subpackage; for H5 the first load, compressed. */
export function packageSizes(target: ClientTarget): readonly PackageSize[] {
  return target === 'h5' ? h5Sizes() : miniSizes(target)
}

function miniSizes(target: ClientTarget): readonly PackageSize[] {
  const folder = inProject('dist', target)
  const sums = new Map<string, number>([['main', 0]])
  for (const file of listFiles(folder)) {
    if (notShipped.test(file)) continue
    const [top = '', sub = ''] = path.relative(folder, file).split(path.sep)
    const name = top === 'packages' ? sub : 'main'
    sums.set(name, (sums.get(name) ?? 0) + statSync(file).size)
  }
  return [...sums].map(([name, bytes]) => ({ name, bytes }))
}

function h5Sizes(): readonly PackageSize[] {
  const folder = inProject('dist', 'h5')
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const linked = [...page.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g)].flatMap(([, name]) => name ?? [])
  const first = ['index.html', ...linked].reduce((sum, name) => sum + gzipped(path.join(folder, name)), 0)
  const all = listFiles(path.join(folder, 'js')).filter((file) => !notShipped.test(file))
  return [
    { name: 'first load (gzip)', bytes: first },
    { name: 'all scripts (gzip)', bytes: all.reduce((sum, file) => sum + gzipped(file), 0) },
  ]
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length
}
