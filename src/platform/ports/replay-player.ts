/** How fast a replay plays: the speeds that every host has. */
export const RATES = [1, 1.25, 1.5] as const
export type Rate = (typeof RATES)[number]

/** `loading` also while it waits for more after a seek; `failed`: this address plays no further. */
export type ReplayState = 'loading' | 'playing' | 'paused' | 'ended' | 'failed'

export interface ReplayVideoProps {
  /** HLS or MP4. Another address is another video: give it another `key`. */
  readonly src: string
  /** Where in it to begin. */
  readonly startMs: number
  readonly poster?: string
  readonly className?: string
  readonly isPaused: boolean
  readonly isMuted: boolean
  readonly rate: Rate
  readonly onState: (state: ReplayState) => void
  /** Where in it the picture on screen is, about four times a second. */
  readonly onTime: (ms: number) => void
  /** Gives, once, a function that jumps to another place in it. */
  readonly onSeek: (seek: (ms: number) => void) => void
  /** The host allowed to start only without sound: offer a tap to unmute. */
  readonly onSoundBlocked: () => void
}

export interface SeekBarProps {
  readonly className?: string
  /** What it is, for who does not see it. */
  readonly label: string
  /** Where it stands, in words: a number of seconds says little. */
  readonly valueText: string
  readonly seconds: number
  readonly length: number
  /** While a finger moves it. */
  readonly onMove: (seconds: number) => void
  readonly onSeek: (seconds: number) => void
}
