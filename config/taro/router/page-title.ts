import { eventCenter } from '@tarojs/runtime'

/** Only browsers run this; the rest of this folder is for the build. */
declare const document: { title: string }

interface PageContext {
  readonly originPathname: string
  readonly pageConfig?: { readonly navigationBarTitleText?: string } | undefined
}

/**
 * Stands for the handler of Taro's own bar, which no page of ours shows: pages draw theirs. What remains is the title of
 * the browser's window, a page's own again when it is returned to.
 */
class PageTitle {
  readonly #page: PageContext
  readonly #titles = new Map<string, string>()

  constructor(page: PageContext) {
    this.#page = page
    eventCenter.on('__taroH5SetNavigationBarTitle', (title: string) => {
      this.#titles.set(page.originPathname, title)
      document.title = title
    })
  }

  load(): void {
    const { originPathname, pageConfig } = this.#page
    const own = pageConfig?.navigationBarTitleText ?? document.title
    document.title = this.#titles.get(originPathname) ?? own
  }
}

/** Draws the bar: nothing. */
export const initNavigationBar = (): void => undefined

// as the file has it
export { PageTitle as default }
