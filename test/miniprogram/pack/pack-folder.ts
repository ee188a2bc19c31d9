import { TmplGroup } from 'glass-easel-template-compiler'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { listFiles } from '../../../config/list-files'
import type { MiniBundle, MiniTarget } from '../bundle'
import { readMarkup, sjsAsWxs } from './markup'
import { appConfig, componentConfig, pagesOf, readLook, readTabs, readThemes } from './read-config'
import { asBrowserCss, withImports } from './style-sheet'

const ENDINGS = {
  weapp: { template: '.wxml', style: '.wxss', script: '.wxs' },
  alipay: { template: '.axml', style: '.acss', script: '.sjs' },
} as const
/** Files of templates only: whoever imports them declares the components. */
const LIBRARY = /(^|\/)base$/
const PROJECT_FILE = /(^|\/)(project\.config|mini\.project|project\.private\.config|sitemap|theme)\.json$/

/** Turns a compiled folder into what the host boots. `origin` replaces the address that the build was made for. */
export function packFolder(folder: string, target: MiniTarget, origin: string): MiniBundle {
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
  return {
    target,
    pages,
    roots: app.subPackages.map(({ root }) => root),
    looks: Object.fromEntries(pages.map((page) => [page, readLook(app, configs.get(page) ?? {})])),
    tabs: readTabs(app),
    themes: existsSync(path.join(folder, 'theme.json'))
      ? readThemes(readJson('theme.json'))
      : { light: {}, dark: {} },
    uses: Object.fromEntries([...configs].map(([name, { usingComponents }]) => [name, usingComponents])),
    isComponent: [...configs].flatMap(([name, { component }]) => (component ? [name] : [])),
    scripts: Object.fromEntries(
      endingWith('.js').map((file) => [file, read(file).replaceAll(BUILT_FOR, (at) => replace(at, origin))]),
    ),
    styles: Object.fromEntries(
      endingWith(ENDINGS[target].style)
        .filter((file) => isOwnSheet(bare(file), configs))
        .map((file) => [bare(file), asBrowserCss(withImports(file, read))]),
    ),
    ...compileTemplates(
      target,
      endingWith(ENDINGS[target].template).map((file) => ({
        file,
        text: read(file),
        components: Object.keys(configs.get(bare(file))?.usingComponents ?? {}),
      })),
      endingWith(ENDINGS[target].script).map((file) => ({ file, text: read(file) })),
    ),
  }
}

/** The app's, a page's or a component's; any other sheet counts only where it is imported. */
const isOwnSheet = (name: string, configs: ReadonlyMap<string, unknown>): boolean =>
  name === 'app' || configs.has(name)

const bare = (file: string): string => file.replace(/\.\w+$/, '')

/** The local product's address, which a build carries unless it was told another one. */
const BUILT_FOR = /(http|ws):\/\/127\.0\.0\.1:8080/g
const replace = (built: string, origin: string): string =>
  built.startsWith('ws') ? origin.replace('http', 'ws') : origin

interface Source {
  readonly file: string
  readonly text: string
}
interface Template extends Source {
  readonly components: readonly string[]
}

function compileTemplates(
  target: MiniTarget,
  templates: readonly Template[],
  scripts: readonly Source[],
): Pick<MiniBundle, 'templates' | 'properties' | 'eventNames' | 'problems'> {
  const group = new TmplGroup()
  const properties = new Map<string, Set<string>>()
  const eventNames: Record<string, string> = {}
  const problems: string[] = []
  for (const { file, text } of scripts)
    group.addScript(bare(file), target === 'alipay' ? sjsAsWxs(text) : text)
  for (const { file, text, components } of templates) {
    const markup = readMarkup(text, target, components)
    for (const [tag, names] of Object.entries(markup.properties))
      properties.set(tag, new Set([...(properties.get(tag) ?? []), ...names]))
    Object.assign(eventNames, markup.eventNames)
    if (!LIBRARY.test(bare(file))) problems.push(...markup.problems.map((problem) => `${file}: ${problem}`))
    problems.push(
      ...warningsOf(group.addTmpl(bare(file), markup.text)).map((warning) => `${file}: ${warning}`),
    )
  }
  const compiled = {
    templates: group.getTmplGenObjectGroups(),
    properties: Object.fromEntries([...properties].map(([tag, names]) => [tag, [...names]])),
    eventNames,
    problems,
  }
  group.free()
  return compiled
}

const warning = v.looseObject({ message: v.string(), startLine: v.number() })

/** The compiler goes on after what it does not understand, and says so in a list. */
const warningsOf = (list: unknown): readonly string[] =>
  v.parse(v.array(warning), list).map(({ message, startLine }) => `line ${startLine}: ${message}`)
