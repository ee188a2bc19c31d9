import type { MiniBundle, PageLook, TabItem } from '../bundle'
import { packageUrl } from './package-url'

/** Draws what a super-app draws around a page. */
export interface Bars {
  /** An empty page with its bar; the returned element holds the content. `way` is what the bar leads back to. */
  frame(
    route: string,
    look: PageLook,
    way: WayBack,
  ): { readonly frame: HTMLElement; readonly page: HTMLElement }
  setTitle(frame: HTMLElement, title: string): void
  /** Shows the tab bar over a page that is a tab, and takes it away from others. */
  showTabs(route: string): void
  setTab(index: number, item: { readonly text?: string }): void
}

/** The first page of all leads nowhere if it is a tab, and home if a link opened it. */
export type WayBack = 'page' | 'home' | 'none'

interface BarEvents {
  readonly onBack: () => void
  readonly onHome: () => void
  readonly onTab: (route: string) => void
}

export function createBars(bundle: MiniBundle, stage: HTMLElement, events: BarEvents): Bars {
  const theme = (): Readonly<Record<string, string>> =>
    bundle.themes[matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light']
  const colour = (value: string): string =>
    value.startsWith('@') ? (theme()[value.slice(1)] ?? '#fff') : value
  const tabs = bundle.tabs.map((item) => ({ ...item }))
  const tabBar = document.createElement('nav')
  tabBar.className = 'tabs'
  stage.append(tabBar)

  const drawTabs = (route: string): void => {
    tabBar.style.background = colour(bundle.tabColours.ground)
    tabBar.style.color = colour(bundle.tabColours.ink)
    tabBar.style.setProperty('--ink-on', colour(bundle.tabColours.inkOn))
    tabBar.replaceChildren(...tabs.map((item) => tabButton(item, item.route === route)))
    for (const [index, button] of [...tabBar.children].entries())
      button.addEventListener('click', () => {
        events.onTab(tabs[index]?.route ?? '')
      })
  }
  return {
    frame(route, look, way) {
      const frame = document.createElement('section')
      frame.className = 'frame'
      frame.dataset.route = route
      frame.dataset.bar = look.bar
      frame.style.background = colour(look.ground)
      const bar = document.createElement('header')
      bar.className = 'bar'
      bar.style.background = look.bar === 'shown' ? colour(look.barColour) : 'transparent'
      bar.style.color = look.bar === 'shown' ? colour(look.barInk) : '#fff'
      const title = document.createElement('h1')
      title.textContent = look.bar === 'shown' ? look.title : ''
      bar.append(...(look.bar === 'hidden' ? [] : wayBack(way, events)), title, capsule())
      const page = document.createElement('wx-page')
      frame.append(bar, page)
      stage.insertBefore(frame, tabBar)
      return { frame, page }
    },
    setTitle(frame, title) {
      const heading = frame.querySelector('h1')
      if (heading !== null && frame.dataset.bar === 'shown') heading.textContent = title
    },
    showTabs(route) {
      const isTab = tabs.some((item) => item.route === route)
      stage.classList.toggle('has-tabs', isTab)
      tabBar.hidden = !isTab
      if (isTab) drawTabs(route)
    },
    setTab(index, { text }) {
      const item = tabs[index]
      if (item !== undefined && text !== undefined) tabs[index] = { ...item, text }
      const shown = [...tabBar.querySelectorAll('span')][index]
      if (shown !== undefined && text !== undefined) shown.textContent = text
    },
  }
}

function wayBack(way: WayBack, { onBack, onHome }: BarEvents): readonly HTMLElement[] {
  if (way === 'none') return []
  const button = document.createElement('button')
  button.className = 'back'
  button.setAttribute('aria-label', way === 'page' ? '返回' : '返回首页')
  button.textContent = way === 'page' ? '‹' : '⌂'
  button.addEventListener('click', way === 'page' ? onBack : onHome)
  return [button]
}

/** The super-app's own menu, which lies over every page. */
function capsule(): HTMLElement {
  const menu = document.createElement('div')
  menu.className = 'capsule'
  menu.textContent = '••• ⊙'
  menu.setAttribute('aria-hidden', 'true')
  return menu
}

function tabButton(item: TabItem, isOn: boolean): HTMLElement {
  const button = document.createElement('button')
  button.toggleAttribute('data-on', isOn)
  const source = isOn ? item.iconOn : item.icon
  if (source !== '') {
    const icon = document.createElement('img')
    icon.alt = ''
    icon.src = packageUrl(source)
    button.append(icon)
  }
  const text = document.createElement('span')
  text.textContent = item.text
  button.append(text)
  return button
}
