import type { Screen } from './engine'

interface Elements {
  readonly video: HTMLVideoElement
  /** Shows the last picture while engines change. */
  readonly curtain: HTMLCanvasElement
}

/** The video element and the canvas over it. */
export function videoScreen({ video, curtain }: Elements, isSoundOnly: boolean): Screen {
  return {
    onPicture: (listener) => (isSoundOnly ? watchProgress(video, listener) : watchPictures(video, listener)),
    aheadMs() {
      const { buffered } = video
      return buffered.length === 0 ? null : (buffered.end(buffered.length - 1) - video.currentTime) * 1000
    },
    jumpAhead(ms) {
      video.currentTime += ms / 1000
    },
    rate: () => video.playbackRate,
    setRate(rate) {
      video.playbackRate = rate
    },
    hold() {
      if (video.videoWidth === 0) return
      curtain.width = video.videoWidth
      curtain.height = video.videoHeight
      curtain.getContext('2d')?.drawImage(video, 0, 0)
      curtain.hidden = false
    },
    release() {
      curtain.hidden = true
    },
  }
}

function watchPictures(video: HTMLVideoElement, listener: () => void): () => void {
  if (!('requestVideoFrameCallback' in video)) return watchProgress(video, listener)
  let handle = 0
  const next = (): void => {
    handle = video.requestVideoFrameCallback(() => {
      listener()
      next()
    })
  }
  next()
  return () => {
    video.cancelVideoFrameCallback(handle)
  }
}

/** Older browsers do not tell of pictures; the position that moves is the next best sign. */
function watchProgress(video: HTMLElement, listener: () => void): () => void {
  video.addEventListener('timeupdate', listener)
  return () => {
    video.removeEventListener('timeupdate', listener)
  }
}
