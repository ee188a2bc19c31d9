export type MiniTarget = 'weapp' | 'alipay'

/** A page's own bar and behaviour, in the one spelling that the host knows. */
export interface PageLook {
  readonly title: string
  /** `over` is Alipay's transparent bar: the page lies under it and the back arrow stays. */
  readonly bar: 'shown' | 'hidden' | 'over'
  readonly barColour: string
  readonly barInk: string
  readonly ground: string
  readonly canPullDown: boolean
}

export interface TabItem {
  readonly route: string
  readonly text: string
  readonly icon: string
  readonly iconOn: string
}

/** A compiled mini-program as one value that a browser page can boot. Paths have no leading slash. */
export interface MiniBundle {
  readonly target: MiniTarget
  readonly pages: readonly string[]
  /** Roots of the subpackages: their code is not there for the main package, nor for each other. */
  readonly roots: readonly string[]
  readonly looks: Readonly<Record<string, PageLook>>
  readonly tabs: readonly TabItem[]
  readonly tabColours: { readonly ink: string; readonly inkOn: string; readonly ground: string }
  /** Values of `@name` in the app's configuration; empty where a host has no themes. */
  readonly themes: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>
  /** Components used by each page or component, by path. */
  readonly uses: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly isComponent: readonly string[]
  readonly scripts: Readonly<Record<string, string>>
  readonly styles: Readonly<Record<string, string>>
  /** One expression that the template compiler made of all templates: path → generator. */
  readonly templates: string
  /** Properties that the templates set on each built-in tag, in camel case. */
  readonly properties: Readonly<Record<string, readonly string[]>>
  /** How Alipay spells an event whose name travels in lower case here. */
  readonly eventNames: Readonly<Record<string, string>>
  readonly problems: readonly string[]
}

/** How a page was opened, as the super-app tells the app. */
export interface Launch {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** WeChat's number of the way in: 1001 found, 1007 and 1044 share cards, 1047 a printed code. */
  readonly scene: number
}
