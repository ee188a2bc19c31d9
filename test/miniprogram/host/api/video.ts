import type { Api } from '../world'
import { ownId } from '../own-id'

/** Commands to the `<video>` with this id on the page that is shown, as both hosts take them; without one, none. */
export function videoApi(): Api {
  return {
    createVideoContext: (id: string) => {
      const screen = () => {
        const tags = [...document.querySelectorAll('.frame:not([hidden]) wx-video')]
        return tags.find((tag) => ownId(tag.id) === id)?.querySelector('video') ?? null
      }
      return {
        // a page that is being closed refuses: nobody is there to be told
        play: () =>
          void screen()
            ?.play()
            .catch(() => undefined),
        pause: () => screen()?.pause(),
        seek: (seconds: number) => {
          const video = screen()
          if (video) video.currentTime = seconds
        },
        playbackRate: (rate: number) => {
          const video = screen()
          if (video) video.playbackRate = rate
        },
      }
    },
  }
}
