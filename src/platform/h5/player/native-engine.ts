import type { Engine, EngineSignals } from './engine'

interface DatedVideo {
  getStartDate?(): Date
}

/** HLS by the browser itself: iPhones without Media Source Extensions. */
export function startNative(
  video: HTMLVideoElement & DatedVideo,
  url: string,
  { onTrouble, onAttached }: EngineSignals,
): Engine {
  video.addEventListener('error', onTrouble)
  video.addEventListener('ended', onTrouble)
  video.src = url
  onAttached()
  return {
    isChased: false,
    clockMs() {
      const startMs = video.getStartDate?.().getTime() ?? Number.NaN
      return Number.isNaN(startMs) ? null : startMs + video.currentTime * 1000
    },
    destroy() {
      video.removeEventListener('error', onTrouble)
      video.removeEventListener('ended', onTrouble)
      video.removeAttribute('src')
      video.load()
    },
  }
}
