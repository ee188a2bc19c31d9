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
const tabBar = v.object({ list: v.optional(v.array(tabItem)), items: v.optional(v.array(tabItem)) })
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

export const readThemes = (value: unknown): MiniBundle['themes'] => v.parse(themes, value)
