import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { listFiles } from '../../../config/list-files'
import type { MiniBundle, MiniTarget } from '../bundle'
import { bare } from './bare'
import { compileTemplates } from './compile-templates'
import {
  appConfig,
  componentConfig,
  pagesOf,
  readLook,
  readTabColours,
  readTabs,
  readThemes,
  settingProblems,
} from './read-config'
import { asBrowserCss, sheetProblems, withImports } from './style-sheet'

const ENDINGS = {
  weapp: { template: '.wxml', style: '.wxss', script: '.wxs' },
  alipay: { template: '.axml', style: '.acss', script: '.sjs' },
} as const
const PROJECT_FILE = /(^|\/)(project\.config|mini\.project|project\.private\.config|sitemap|theme)\.json$/

/** Where the app's partners answer, in place of the addresses that the build was made for. */
export interface Addresses {
  readonly origin: string
  /** The chat's, if it is not beside the product. */
  readonly chatOrigin?: string
}

/** Turns a compiled folder into what the host boots. */
export function packFolder(folder: string, target: MiniTarget, addresses: Addresses): MiniBundle {
  const files = listFiles(folder).map((file) => path.relative(folder, file).split(path.sep).join('/'))
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8')
  const readJson = (file: string): unknown => JSON.parse(read(file))
  const endingWith = (ending: string): readonly string[] => files.filter((file) => file.endsWith(ending))
  const app = v.parse(appConfig, readJson('app.json'))
  const configs = new Map(
    endingWith('.json')
      .filter((file) => file !== 'app.json' && !PROJECT_FILE.test(file))
      .map((file) => [bare(file), v.parse(componentConfig, readJson(file))]),
  )
  const pages = pagesOf(app)
  const themes = existsSync(path.join(folder, 'theme.json'))
    ? readThemes(readJson('theme.json'))
    : { light: {}, dark: {} }
  const sheets = endingWith(ENDINGS[target].style)
  const settings: readonly (readonly [string, unknown])[] = [
    ['app.json', app.window],
    ['app.json', app.tabBar],
    ...[...configs].map(([name, config]) => [`${name}.json`, config] as const),
  ]
  const componentsOf = ({ usingComponents }: { usingComponents: object }): readonly string[] =>
    Object.keys(usingComponents)
  const declared = [...configs.values()].flatMap(componentsOf)
  const templates = compileTemplates(
    target,
    endingWith(ENDINGS[target].template).map((file) => {
      const config = configs.get(bare(file))
      // a file of templates only has no settings: whoever imports it declares the components
      return { file, text: read(file), components: config === undefined ? declared : componentsOf(config) }
    }),
    endingWith(ENDINGS[target].script).map((file) => ({ file, text: read(file) })),
  )
  return {
    ...templates,
    problems: [
      ...settings.flatMap(([file, setting]) => prefixed(file, settingProblems(setting, themes))),
      ...sheets.flatMap((file) => prefixed(file, sheetProblems(read(file)))),
      ...templates.problems,
    ],
    target,
    pages,
    roots: app.subPackages.map(({ root }) => root),
    looks: Object.fromEntries(pages.map((page) => [page, readLook(app, configs.get(page) ?? {})])),
    tabs: readTabs(app),
    tabColours: readTabColours(app),
    themes,
    uses: Object.fromEntries([...configs].map(([name, { usingComponents }]) => [name, usingComponents])),
    isComponent: [...configs].flatMap(([name, { component }]) => (component ? [name] : [])),
    scripts: Object.fromEntries(
      endingWith('.js').map((file) => [file, read(file).replaceAll(BUILT_FOR, addressIn(addresses))]),
    ),
    styles: Object.fromEntries(
      sheets
        .filter((file) => isOwnSheet(bare(file), configs))
        .map((file) => [bare(file), asBrowserCss(withImports(file, read))]),
    ),
  }
}

const prefixed = (file: string, problems: readonly string[]): readonly string[] =>
  problems.map((problem) => `${file}: ${problem}`)

/** The app's, a page's or a component's; any other sheet counts only where it is imported. */
const isOwnSheet = (name: string, configs: ReadonlyMap<string, unknown>): boolean =>
  name === 'app' || configs.has(name)

/** The local product's address, which a build carries unless it was told another one. */
const BUILT_FOR = /(http|ws):\/\/127\.0\.0\.1:8080/g
const addressIn =
  ({ origin, chatOrigin = origin }: Addresses) =>
  (built: string): string =>
    built.startsWith('ws') ? chatOrigin.replace('http', 'ws') : origin
