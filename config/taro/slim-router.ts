import { realpathSync } from 'node:fs'
import path from 'node:path'
import { inProject } from '../paths'

interface Aliases {
  readonly resolve: { readonly alias: { set(request: string, file: string): unknown } }
}

const ROUTER = realpathSync(inProject('node_modules/@tarojs/router/dist'))
const OURS = inProject('config/taro/router')

/** What Taro's router brings for pages that other products have, and what does the same for ours. */
const STANDS_FOR = [
  ['universal-router$', 'match-page.ts'],
  ['query-string$', 'query.ts'],
  [path.join(ROUTER, 'navigationBar.js'), 'page-title.ts'],
  [path.join(ROUTER, 'router/navigation-bar.js'), 'page-title.ts'],
] as const

export const routerSources = (file: string): boolean => file.startsWith(OURS)

/** Taro's router is 9 KiB compressed smaller without patterns in paths, options of queries, and a bar nobody sees. */
export function slimRouter({ resolve: { alias } }: Aliases): void {
  for (const [request, file] of STANDS_FOR) alias.set(request, path.join(OURS, file))
}
