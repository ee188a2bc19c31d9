// Taro's router and its H5 runtime import each other; entering by the package itself is the order that works.
import '@tarojs/taro'

// Lazy pictures wait to be seen, and jsdom shows nothing: they wait for good.
class NeverSeen implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly thresholds = []
  observe = (): void => undefined
  unobserve = (): void => undefined
  disconnect = (): void => undefined
  takeRecords = (): IntersectionObserverEntry[] => []
}
globalThis.IntersectionObserver = NeverSeen
