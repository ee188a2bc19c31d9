import type { Network } from '../ports/network'

export const network: Network = {
  isOnline: () => window.navigator.onLine,
  subscribe(listener) {
    const tell = (): void => {
      listener(window.navigator.onLine)
    }
    window.addEventListener('online', tell)
    window.addEventListener('offline', tell)
    return () => {
      window.removeEventListener('online', tell)
      window.removeEventListener('offline', tell)
    }
  },
}
