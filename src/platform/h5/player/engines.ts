import type { Line } from '../../ports/player'
import type { Candidate } from '../../reconnect/engine-choice'
import type { EngineKind, StartEngine } from './engine'
import { startFlv } from './flv-engine'
import { startHls } from './hls-engine'
import { startNative } from './native-engine'

const FLV = { kind: 'flv', tries: 3 } as const
/** It is here only because FLV failed: one chance before FLV's next turn. */
const HLS = { kind: 'hls', tries: 1 } as const

export function hasMediaSource(): boolean {
  return 'MediaSource' in window || 'ManagedMediaSource' in window
}

/**
 * Engines that this browser can run, best first. Desktop Chromium says "maybe" to HLS and then fails on live streams,
 * so the browser's own HLS comes last.
 */
export function supportedEngines(line: Line = 'auto'): readonly Candidate<EngineKind>[] {
  // whom a person put first gets its tries before the other
  if (hasMediaSource()) return line === 'hls' ? [{ ...HLS, tries: 3 }, FLV] : [FLV, HLS]
  const canPlayHls = document.createElement('video').canPlayType('application/vnd.apple.mpegurl') !== ''
  return canPlayHls ? [{ kind: 'native', tries: 1 }] : []
}

export function engineStarter(video: HTMLVideoElement, onAttached: () => void): StartEngine {
  const start = { flv: startFlv, hls: startHls, native: startNative }
  return (kind, url, onTrouble) => start[kind](video, url, { onTrouble, onAttached })
}
