export type EngineKind = 'flv' | 'hls' | 'native'

/** One connection that fills the video element. */
export interface Engine {
  /** True when latency is ours to watch; other engines watch it themselves. */
  readonly isChased: boolean
  /** Server time of the picture on screen, if the stream tells it. */
  clockMs(): number | null
  destroy(): void
}

/** Starts an engine; `onTrouble` may be called any number of times, also after the end. */
export type StartEngine = (kind: EngineKind, url: string, onTrouble: () => void) => Engine

export interface EngineSignals {
  /** May be called any number of times, also after the end. */
  readonly onTrouble: () => void
  /** The video element has its source: before that, a request to play would be taken back. */
  readonly onAttached: () => void
}

/** What the controller sees of the video element. */
export interface Screen {
  /** Calls `listener` for every picture that comes on screen, until the answer is called. */
  onPicture(listener: () => void): () => void
  /** Video that is buffered beyond the picture; null when nothing is. */
  aheadMs(): number | null
  jumpAhead(ms: number): void
  rate(): number
  setRate(rate: number): void
  /** Keeps the last picture on screen while the engine changes. */
  hold(): void
  release(): void
}
