import { hasMediaSource } from '../player/engines'
import { loadHlsLibrary } from '../player/hls-engine'

interface Signals {
  readonly onReady: () => void
  readonly onFailed: () => void
}

/**
 * Gives the element its source: HLS through Media Source Extensions where the browser has them, for its own HLS
 * promises more than it keeps; everything else, and an iPhone's HLS, by the browser itself.
 */
export function attachSource(
  video: HTMLVideoElement,
  { src, startMs }: { readonly src: string; readonly startMs: number },
  { onReady, onFailed }: Signals,
): () => void {
  if (!isHls(src) || !hasMediaSource()) return attachNative(video, { src, startMs }, { onReady, onFailed })
  let detach: (() => void) | null = null
  let isGone = false
  loadHlsLibrary().then(
    ({ default: Hls }) => {
      if (isGone) return
      const player = new Hls({ startPosition: startMs / 1000, maxBufferLength: 20, backBufferLength: 30 })
      player.on(Hls.Events.ERROR, (_event, { fatal }) => {
        if (fatal) onFailed()
      })
      player.loadSource(src)
      player.attachMedia(video)
      detach = () => {
        player.destroy()
      }
      onReady()
    },
    // the script did not come through: that is trouble with the network like any other
    onFailed,
  )
  return () => {
    isGone = true
    detach?.()
  }
}

const isHls = (src: string): boolean => new URL(src, window.location.href).pathname.endsWith('.m3u8')

function attachNative(
  video: HTMLVideoElement,
  { src, startMs }: { readonly src: string; readonly startMs: number },
  { onReady, onFailed }: Signals,
): () => void {
  const onMetadata = (): void => {
    video.currentTime = startMs / 1000
  }
  video.addEventListener('loadedmetadata', onMetadata, { once: true })
  video.addEventListener('error', onFailed)
  video.src = src
  onReady()
  return () => {
    video.removeEventListener('loadedmetadata', onMetadata)
    video.removeEventListener('error', onFailed)
    video.removeAttribute('src')
    video.load()
  }
}
