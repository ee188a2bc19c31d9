import type { Engine, EngineSignals } from './engine'
import { lateEngine } from './late-engine'
import { readScriptClock, readSeiClock } from './sei-clock'

/** Missing in the package's declarations. */
const SEI_ARRIVED = 'sei_arrived'
const SCRIPTDATA_ARRIVED = 'scriptdata_arrived'

export const loadFlvLibrary = () => import('mpegts.js')

/** HTTP-FLV through Media Source Extensions. */
export function startFlv(video: HTMLVideoElement, url: string, signals: EngineSignals): Engine {
  return lateEngine({ load: loadFlvLibrary, signals, isChased: true }, ({ default: library }) => {
    library.LoggingControl.enableAll = false
    let offsetMs: number | null = null
    const player = library.createPlayer(
      { type: 'flv', isLive: true, cors: true, url },
      {
        isLive: true,
        enableStashBuffer: false,
        lazyLoad: false,
        autoCleanupSourceBuffer: true,
        autoCleanupMaxBackwardDuration: 60,
        autoCleanupMinBackwardDuration: 30,
      },
    )
    player.on(library.Events.ERROR, signals.onTrouble)
    player.on(library.Events.LOADING_COMPLETE, signals.onTrouble)
    player.on(SEI_ARRIVED, (message: unknown) => {
      offsetMs = readSeiClock(message)?.offsetMs ?? offsetMs
    })
    player.on(SCRIPTDATA_ARRIVED, (data: unknown) => {
      offsetMs = readScriptClock(data) ?? offsetMs
    })
    player.attachMediaElement(video)
    player.load()
    return {
      clockMs: () => (offsetMs === null ? null : offsetMs + video.currentTime * 1000),
      destroy: () => {
        player.destroy()
      },
    }
  })
}
