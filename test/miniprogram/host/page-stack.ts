import type { Instance, Root } from 'glass-easel-miniprogram-adapter'
import type { MiniBundle } from '../bundle'
import type { Bars, WayBack } from './bars'
import type { Engine } from './engine'
import { resolve } from './modules'
import type { Recorder } from './recorder'

/** A page that is open, on screen or under another one. */
export interface OpenPage {
  readonly route: string
  readonly instance: Instance
  readonly root: Root
  readonly frame: HTMLElement
  readonly sheet: HTMLStyleElement
}

interface Parts {
  readonly bundle: MiniBundle
  readonly engine: Engine
  readonly recorder: Recorder
  readonly bars: () => Bars
  readonly loadPage: (route: string) => void
}

export class HostError extends Error {}

const NOTHING_BEHIND = {
  weapp: 'cannot navigate back at first page',
  alipay: 'already top of navigation',
} as const

/** WeChat keeps no more than this many pages. */
const DEEPEST = 10

/** Opens, hides and closes pages with the life cycle that both hosts document. */
export class PageStack {
  readonly #parts: Parts
  readonly #stack: OpenPage[] = []
  /** Tabs that were visited live on while another tab is on screen. */
  readonly #tabs = new Map<string, OpenPage>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  top(): OpenPage | undefined {
    return this.#stack.at(-1)
  }

  instances(): readonly Instance[] {
    return this.#stack.map(({ instance }) => instance)
  }

  navigateTo(url: string): void {
    if (this.#stack.length >= DEEPEST) throw new HostError('webview count limit exceed')
    const target = this.#read(url)
    if (this.#isTab(target.route)) throw new HostError('can not navigateTo a tabbar page')
    this.#hide(this.top())
    this.#open(target)
  }

  redirectTo(url: string): void {
    const target = this.#read(url)
    if (this.#isTab(target.route)) throw new HostError('can not redirectTo a tabbar page')
    this.#close(this.#stack.pop())
    this.#open(target)
  }

  reLaunch(url: string): void {
    const target = this.#read(url)
    this.#closeAll()
    this.#open(target)
  }

  switchTab(url: string): void {
    const { route } = this.#read(url)
    if (!this.#isTab(route)) throw new HostError('can not switch to no-tabBar page')
    const shown = this.top()
    if (shown?.route === route) return
    while (this.#stack.length > 1) this.#close(this.#stack.pop())
    const bottom = this.#stack.pop()
    if (bottom === undefined || !this.#isTab(bottom.route)) this.#close(bottom)
    // a tab that lay under another page has been hidden before
    else if (bottom === shown) this.#hide(bottom)
    const known = this.#tabs.get(route)
    if (known === undefined) this.#open({ route, query: {} })
    else {
      this.#stack.push(known)
      this.show()
    }
  }

  back(delta: number): void {
    if (this.#stack.length < 2) throw new HostError(NOTHING_BEHIND[this.#parts.bundle.target])
    for (let left = Math.min(delta, this.#stack.length - 1); left > 0; left -= 1)
      this.#close(this.#stack.pop())
    this.show()
  }

  show(): void {
    const page = this.top()
    if (page === undefined) return
    page.frame.hidden = false
    page.sheet.disabled = false
    this.#parts.bars().showTabs(page.route)
    this.call('onShow', {}, page)
  }

  /** The person leaves for another app, with the page still open. */
  cover(): void {
    this.call('onHide')
  }

  /** Calls a page's own method; what it throws is a problem and not the host's end. */
  call(method: string, argument?: unknown, page = this.top()): unknown {
    const handler: unknown = page?.instance[method]
    if (typeof handler !== 'function') return undefined
    try {
      return (handler as (argument: unknown) => unknown).call(page?.instance, argument)
    } catch (error) {
      this.#parts.recorder.problem(`${page?.route ?? ''} ${method}`, error)
      return undefined
    }
  }

  open(route: string, query: Readonly<Record<string, string>>): void {
    this.#open({ route: this.#known(route), query })
  }

  #open({ route, query }: Target): void {
    const { bundle, engine, recorder, bars, loadPage } = this.#parts
    loadPage(route)
    const look = bundle.looks[route]
    if (look === undefined) throw new HostError(`page "${route}" has no configuration`)
    const { frame, page: slot } = bars().frame(route, look, this.#wayBackFrom(route))
    const root = engine.createRoot(route)
    const instance = root.get()
    Object.assign(instance, { route, __route__: route, options: query })
    const page = { route, instance, root, frame, sheet: addSheet(bundle.styles[route] ?? '') }
    countCrossings(page, recorder)
    this.#stack.push(page)
    if (this.#isTab(route)) this.#tabs.set(route, page)
    root.attach(slot, slot.appendChild(document.createElement('div')))
    slot.addEventListener('scroll', () => this.call('onPageScroll', { scrollTop: slot.scrollTop }, page))
    this.call('onLoad', query, page)
    this.show()
    setTimeout(() => this.call('onReady', undefined, page))
  }

  #hide(page: OpenPage | undefined): void {
    if (page === undefined) return
    this.call('onHide', undefined, page)
    page.frame.hidden = true
    page.sheet.disabled = true
  }

  #close(page: OpenPage | undefined): void {
    if (page === undefined) return
    this.#tabs.delete(page.route)
    this.call('onUnload', undefined, page)
    page.root.release()
    page.frame.remove()
    page.sheet.remove()
  }

  #closeAll(): void {
    // a tab on screen is in both
    const open = new Set([...this.#tabs.values(), ...this.#stack])
    for (const page of [...open].toReversed()) this.#close(page)
    this.#stack.length = 0
    this.#tabs.clear()
  }

  #wayBackFrom(route: string): WayBack {
    if (this.#stack.length > 0) return 'page'
    return this.#isTab(route) ? 'none' : 'home'
  }

  #isTab(route: string): boolean {
    return this.#parts.bundle.tabs.some((tab) => tab.route === route)
  }

  #known(route: string): string {
    if (!this.#parts.bundle.pages.includes(route)) throw new HostError(`page "${route}" is not found`)
    return route
  }

  #read(url: string): Target {
    const [path = '', queryText = ''] = url.split('?')
    const from = this.top()?.route ?? ''
    return { route: this.#known(resolve(from, path)), query: readQuery(queryText) }
  }
}

interface Target {
  readonly route: string
  readonly query: Readonly<Record<string, string>>
}

/** As both hosts do it: values stay percent-encoded. */
function readQuery(text: string): Readonly<Record<string, string>> {
  const pairs = text.split('&').filter((pair) => pair !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=')
      return [key, value.join('=')]
    }),
  )
}

export function addSheet(css: string): HTMLStyleElement {
  const sheet = document.createElement('style')
  sheet.textContent = css
  document.head.append(sheet)
  return sheet
}

function countCrossings({ instance, route, frame }: OpenPage, recorder: Recorder): void {
  const setData = instance.setData.bind(instance)
  instance.setData = (data, callback) => {
    const arrived = recorder.cross(route, data, frame.hidden)
    setData(arrived)
    // the view answers later, never within the call
    if (callback !== undefined) setTimeout(callback)
  }
}
