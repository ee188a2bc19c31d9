import type { Api, HostParts } from '../world'
import { canvasNode } from './canvas'
import { text, type MakePlayable } from './playable'

export function navigationApi({ stack, bars }: HostParts, playable: MakePlayable): Api {
  const title = playable('setNavigationBarTitle', (options) => {
    const page = stack.top()
    if (page !== undefined && typeof options.title === 'string') bars.setTitle(page.frame, options.title)
  })
  return {
    navigateTo: playable('navigateTo', (options) => {
      stack.navigateTo(text(options, 'url'))
    }),
    redirectTo: playable('redirectTo', (options) => {
      stack.redirectTo(text(options, 'url'))
    }),
    reLaunch: playable('reLaunch', (options) => {
      stack.reLaunch(text(options, 'url'))
    }),
    switchTab: playable('switchTab', (options) => {
      stack.switchTab(text(options, 'url'))
    }),
    navigateBack: playable('navigateBack', ({ delta }) => {
      stack.back(typeof delta === 'number' ? delta : 1)
    }),
    setNavigationBarTitle: title,
    setNavigationBar: title,
    setTabBarItem: playable('setTabBarItem', ({ index, text: words }) => {
      if (typeof index === 'number' && typeof words === 'string') bars.setTab(index, { text: words })
    }),
    startPullDownRefresh: playable('startPullDownRefresh', () => {
      stack.call('onPullDownRefresh')
    }),
    stopPullDownRefresh: playable('stopPullDownRefresh', () => undefined),
    createSelectorQuery: () => queryWithNodes(stack.top()?.instance.createSelectorQuery()),
  }
}

interface Query {
  select(selector: string): object
  exec(): void
}
type TakeNode = (found: unknown) => void

const isQuery = (query: unknown): query is Query =>
  typeof query === 'object' && query !== null && 'select' in query && 'exec' in query

/** The framework's own query, and what it leaves out: the canvas behind a tag. */
function queryWithNodes(query: unknown): unknown {
  if (!isQuery(query)) return query
  const { select, exec } = query
  const waiting: (() => void)[] = []
  return Object.assign(query, {
    select: (selector: string) =>
      Object.assign(select.call(query, selector), {
        node(take: TakeNode) {
          waiting.push(() => take(canvasNode(selector)))
          return query
        },
      }),
    exec(...all: readonly unknown[]) {
      for (const tell of waiting) setTimeout(tell)
      Reflect.apply(exec, query, all)
    },
  })
}
