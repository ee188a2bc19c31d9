import type { Engine, EngineSignals } from './engine'
import { lateEngine } from './late-engine'

export const loadHlsLibrary = () => import('hls.js/dist/hls.light.mjs')

/** HLS through Media Source Extensions, where FLV does not come through. It keeps its own latency. */
export function startHls(video: HTMLVideoElement, url: string, signals: EngineSignals): Engine {
  return lateEngine({ load: loadHlsLibrary, signals, isChased: false }, ({ default: Hls }) => {
    const player = new Hls({
      liveSyncDurationCount: 2,
      liveMaxLatencyDurationCount: 6,
      maxLiveSyncPlaybackRate: 1.1,
      backBufferLength: 30,
    })
    player.on(Hls.Events.ERROR, (_event, { fatal }) => {
      if (fatal) signals.onTrouble()
    })
    player.loadSource(url)
    player.attachMedia(video)
    return {
      clockMs: () => player.playingDate?.getTime() ?? null,
      destroy: () => {
        player.destroy()
      },
    }
  })
}
