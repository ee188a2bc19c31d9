import type { Departure } from '../ports/departure'

export const departure: Departure = {
  subscribe(listener) {
    // a page kept for "back" has not gone: it wakes up where it was
    const tell = (event: PageTransitionEvent): void => {
      if (!event.persisted) listener()
    }
    window.addEventListener('pagehide', tell)
    return () => {
      window.removeEventListener('pagehide', tell)
    }
  },
}
