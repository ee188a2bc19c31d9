import * as v from 'valibot'
import type { MiniBundle, PageLook, TabItem } from '../bundle'

const text = v.optional(v.string(), '')
const windowConfig = v.looseObject({
  navigationBarTitleText: text,
  defaultTitle: text,
  navigationStyle: text,
  transparentTitle: text,
  navigationBarBackgroundColor: text,
  titleBarColor: text,
  navigationBarTextStyle: v.optional(v.string(), 'black'),
  backgroundColor: text,
  enablePullDownRefresh: v.optional(v.boolean(), false),
  pullRefresh: v.optional(v.boolean(), false),
})
const tabItem = v.object({
  pagePath: v.string(),
  text: v.optional(v.string()),
  iconPath: v.optional(v.string()),
  selectedIconPath: v.optional(v.string()),
  name: v.optional(v.string()),
  icon: v.optional(v.string()),
  activeIcon: v.optional(v.string()),
})
const tabBar = v.looseObject({
  list: v.optional(v.array(tabItem)),
  items: v.optional(v.array(tabItem)),
  color: text,
  textColor: text,
  selectedColor: text,
  backgroundColor: text,
})
export const appConfig = v.looseObject({
  pages: v.array(v.string()),
  subPackages: v.optional(v.array(v.object({ root: v.string(), pages: v.array(v.string()) })), []),
  window: v.optional(v.record(v.string(), v.unknown()), {}),
  tabBar: v.optional(tabBar),
})
export type AppConfig = v.InferOutput<typeof appConfig>
export const componentConfig = v.looseObject({
  component: v.optional(v.boolean(), false),
  usingComponents: v.optional(v.record(v.string(), v.string()), {}),
})
const theme = v.record(v.string(), v.string())
const themes = v.object({ light: theme, dark: theme })

export const pagesOf = ({ pages, subPackages }: AppConfig): readonly string[] => [
  ...pages,
  ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
]

/** Both hosts' words for a page's bar; what a page does not say, the app says for all. */
export function readLook(app: AppConfig, page: unknown): PageLook {
  const own = v.parse(v.record(v.string(), v.unknown()), page)
  const look = v.parse(windowConfig, { ...app.window, ...own })
  const title = v.parse(windowConfig, own)
  return {
    title:
      title.navigationBarTitleText || title.defaultTitle || look.navigationBarTitleText || look.defaultTitle,
    bar: look.transparentTitle === 'always' ? 'over' : look.navigationStyle === 'custom' ? 'hidden' : 'shown',
    barColour: look.navigationBarBackgroundColor || look.titleBarColor,
    barInk: look.navigationBarTextStyle,
    ground: look.backgroundColor,
    canPullDown: look.enablePullDownRefresh || look.pullRefresh,
  }
}

export function readTabs({ tabBar: bar }: AppConfig): readonly TabItem[] {
  return (bar?.list ?? bar?.items ?? []).map((item) => ({
    route: item.pagePath,
    text: item.text ?? item.name ?? '',
    icon: item.iconPath ?? item.icon ?? '',
    iconOn: item.selectedIconPath ?? item.activeIcon ?? '',
  }))
}

/** The tab bar's own colours, by either host's words. */
export const readTabColours = ({ tabBar: bar }: AppConfig): MiniBundle['tabColours'] => ({
  ink: bar?.color || bar?.textColor || '#000',
  inkOn: bar?.selectedColor || '#000',
  ground: bar?.backgroundColor || '#fff',
})

export const readThemes = (value: unknown): MiniBundle['themes'] => v.parse(themes, value)

/** Settings that know some words only. A host takes any other for its default and says nothing. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  navigationStyle: ['default', 'custom'],
  navigationBarTextStyle: ['black', 'white'],
  backgroundTextStyle: ['dark', 'light'],
  pageOrientation: ['auto', 'portrait', 'landscape'],
  borderStyle: ['black', 'white'],
  transparentTitle: ['none', 'auto', 'always'],
  titlePenetrate: ['YES', 'NO'],
  allowsBounceVertical: ['YES', 'NO'],
}

/** What no host would understand in the settings of the app's windows, of its tab bar or of a page. */
export function settingProblems(settings: unknown, themes: MiniBundle['themes']): readonly string[] {
  const all = v.parse(v.record(v.string(), v.unknown()), settings ?? {})
  return Object.entries(WORDS).flatMap(([name, words]) =>
    valuesOf(all[name], themes)
      .filter((value) => !words.some((word) => word === value))
      .map((value) => `${name} is ${JSON.stringify(value)}, and not ${words.join(' or ')}`),
  )
}

/** A name with `@` stands for a colour or word of each theme. */
function valuesOf(value: unknown, { light, dark }: MiniBundle['themes']): readonly unknown[] {
  if (value === undefined) return []
  if (typeof value !== 'string' || !value.startsWith('@')) return [value]
  const name = value.slice(1)
  return [...new Set([light[name], dark[name]])]
}
