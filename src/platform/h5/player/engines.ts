import type { EngineKind, StartEngine } from './engine'
import { startFlv } from './flv-engine'
import { startHls } from './hls-engine'
import { startNative } from './native-engine'

/**
 * Engines that this browser can run, best first. Desktop Chromium says "maybe" to HLS and then fails on live streams,
 * so the browser's own HLS comes last.
 */
export function supportedEngines(): readonly EngineKind[] {
  if ('MediaSource' in window || 'ManagedMediaSource' in window) return ['flv', 'hls']
  const canPlayHls = document.createElement('video').canPlayType('application/vnd.apple.mpegurl') !== ''
  return canPlayHls ? ['native'] : []
}

export function engineStarter(video: HTMLVideoElement, onAttached: () => void): StartEngine {
  const start = { flv: startFlv, hls: startHls, native: startNative }
  return (kind, url, onTrouble) => start[kind](video, url, { onTrouble, onAttached })
}
