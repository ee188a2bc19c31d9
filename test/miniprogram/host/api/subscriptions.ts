import type { Api, HostParts } from '../world'
import type { MakePlayable } from './playable'

type Handler = (news: object) => void

/** News that the super-app tells the app; `tell` is how the host says that something happened. */
export interface Subscriptions {
  readonly api: Api
  tell(news: (typeof TOLD)[number], what: object): void
}

const TOLD = [
  'AppShow',
  'AppHide',
  'NetworkStatusChange',
  'ThemeChange',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'MemoryWarning',
  'WindowResize',
  'KeyboardHeightChange',
] as const

export function subscribe({ target }: HostParts, playable: MakePlayable): Subscriptions {
  const handlers = new Map<string, Set<Handler>>()
  const on = (news: string) => (handler: Handler) => {
    handlers.set(news, (handlers.get(news) ?? new Set()).add(handler))
  }
  const off = (news: string) => (handler?: Handler) => {
    if (handler === undefined) handlers.delete(news)
    else handlers.get(news)?.delete(handler)
  }
  const tell: Subscriptions['tell'] = (news, what) => {
    for (const handler of [...(handlers.get(news) ?? [])]) handler(what)
  }
  const network = (): object =>
    target === 'weapp'
      ? { networkType: navigator.onLine ? 'wifi' : 'none' }
      : { networkType: navigator.onLine ? 'WIFI' : 'NOTREACHABLE', networkAvailable: navigator.onLine }
  for (const change of ['online', 'offline'])
    addEventListener(change, () => {
      tell('NetworkStatusChange', { ...network(), isConnected: navigator.onLine })
    })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
    tell('ThemeChange', { theme: matches ? 'dark' : 'light' })
  })
  return {
    api: {
      ...Object.fromEntries(
        TOLD.flatMap((news) => [
          [`on${news}`, on(news)],
          [`off${news}`, off(news)],
        ]),
      ),
      getNetworkType: playable('getNetworkType', network),
    },
    tell,
  }
}
