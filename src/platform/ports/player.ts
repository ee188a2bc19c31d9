export interface PlaySources {
  readonly flv: string
  readonly hls: string
}

/**
 * - `idle`: nothing is loaded (not started yet, or the page has been hidden for a while)
 * - `loading`: before the first picture
 * - `stalled`: pictures stopped a moment ago
 * - `retrying`: the connection is being made again
 * - `failed`: no picture for long; it still tries, but a person should be told
 */
export type PlayerState = 'idle' | 'loading' | 'playing' | 'stalled' | 'retrying' | 'failed'

export interface LiveVideoProps {
  /** Signed addresses to begin with; only another stream in them restarts a running player. */
  readonly sources: PlaySources
  /** Shown until the first picture. */
  readonly poster?: string
  readonly muted: boolean
  readonly className?: string
  readonly onState: (state: PlayerState) => void
  /** Asked before every reconnect; null when nothing is on air now, and the player asks again later. */
  readonly refreshSources: () => Promise<PlaySources | null>
  /**
   * Gives, once, a function that tells the server time of the picture on screen, or null where the host does not let
   * us know it: then show things at once.
   */
  readonly onClock?: (clock: () => number | null) => void
  /** The host allowed to start only without sound: offer a tap to unmute. */
  readonly onSoundBlocked?: () => void
}
