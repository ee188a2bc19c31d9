import type { Viewport } from '../ports/viewport'

export const viewport: Viewport = {
  widthPx: () => window.innerWidth,
  subscribe(listener) {
    window.addEventListener('resize', listener)
    return () => {
      window.removeEventListener('resize', listener)
    }
  },
  pageTop: () => ({ insetPx: 0, hasBack: false }),
}
