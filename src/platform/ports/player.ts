export interface PlaySources {
  readonly flv: string
  readonly hls: string
}

/**
 * - `idle`: nothing is loaded (not started yet, stopped by the person, or the page has been hidden for a while)
 * - `loading`: before the first picture
 * - `stalled`: pictures stopped a moment ago
 * - `retrying`: the connection is being made again
 * - `failed`: no picture for long; it still tries, but a person should be told
 */
export type PlayerState = 'idle' | 'loading' | 'playing' | 'stalled' | 'retrying' | 'failed'

/** How a host gets at the picture; `native` is a browser's own HLS, `video` that of a mini-program. */
export type EngineName = 'flv' | 'hls' | 'native' | 'live-player' | 'video'

/** Which way is tried first where there are several: FLV is a second or two fresher, HLS survives more. */
export type Line = 'auto' | 'flv' | 'hls'

/** Lets the show go on in a small window over everything else. */
export interface Floating {
  /** Opens the window or closes it; only in answer to a tap. */
  toggle(): void
}

export interface LiveVideoProps {
  /** Signed addresses to begin with; another stream in them (not another signature) changes what is played. */
  readonly sources: PlaySources
  /** The stream has no picture: progress is what is heard, and the parent shows something. */
  readonly isSoundOnly?: boolean
  readonly line?: Line
  /** Shown until the first picture. */
  readonly poster?: string
  readonly muted: boolean
  /** The person has stopped it: nothing is loaded, and it goes on with what is live then. */
  readonly isPaused?: boolean
  /** What the server says about the picture: as soon as it is back, a waiting player connects. */
  readonly isOnAir?: boolean
  readonly className?: string
  readonly onState: (state: PlayerState) => void
  readonly onEngine?: (engine: EngineName) => void
  /** Width by height of the picture, as soon as it is known and whenever it changes. */
  readonly onShape?: (aspect: number) => void
  /** Asked before every reconnect; null when nothing is on air now, and the player asks again later. */
  readonly refreshSources: () => Promise<PlaySources | null>
  /**
   * Gives, once, a function that tells the server time of the picture on screen, or null where the host does not let
   * us know it: then show things at once.
   */
  readonly onClock?: (clock: () => number | null) => void
  /** Server time now: from it, players that cannot read the stream's clock tell how old their picture should be. */
  readonly serverNow?: () => number
  /** The host allowed to start only without sound: offer a tap to unmute. */
  readonly onSoundBlocked?: () => void
  /** Gives, once, the way into a small window; never called where the host has none or opens it by itself. */
  readonly onFloating?: (floating: Floating) => void
}
