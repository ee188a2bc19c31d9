import type { Floating } from '../../ports/player'

/** Safari on phones has its own way, older than the standard. */
interface PresentingVideo {
  webkitSupportsPresentationMode?(mode: string): boolean
  webkitSetPresentationMode?(mode: string): void
  readonly webkitPresentationMode?: string
}

/** Picture-in-picture of this browser; null where it has none, as in most web views. */
export function floatingOf(video: HTMLVideoElement & PresentingVideo): Floating | null {
  if (document.pictureInPictureEnabled && 'requestPictureInPicture' in video) {
    return {
      toggle() {
        const done = isFloating(video) ? document.exitPictureInPicture() : video.requestPictureInPicture()
        // refused before the first picture, and when the person was quicker: nothing is lost
        void done.catch(() => undefined)
      },
    }
  }
  if (video.webkitSupportsPresentationMode?.('picture-in-picture') !== true) return null
  return {
    toggle() {
      const isOut = video.webkitPresentationMode === 'picture-in-picture'
      video.webkitSetPresentationMode?.(isOut ? 'inline' : 'picture-in-picture')
    },
  }
}

/** It is seen although its page may not be. */
export const isFloating = (video: HTMLVideoElement & PresentingVideo): boolean =>
  document.pictureInPictureElement === video || video.webkitPresentationMode === 'picture-in-picture'
