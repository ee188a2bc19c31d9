import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { absoluteUrl } from '@/platform'
import { LiveVideo } from '@/platform/player'
import type { PlayerState } from '@/platform/ports/player'
import { cx, Icon, Tappable, useCopy } from '@/ui'
import styles from './room-video.module.scss'
import type { PlayAddresses } from './room-view'

export interface RoomVideoProps {
  readonly play: PlayAddresses
  readonly poster: string
  readonly renewPlay: () => Promise<PlayAddresses | null>
  readonly onClock: (clock: () => number | null) => void
  /** The host is away: the server has said so, and a word of the player would only confuse. */
  readonly isAway: boolean
}

const NEWS: ReadonlySet<PlayerState> = new Set(['stalled', 'retrying', 'failed'])

/** The picture, and what a person should know about it. */
export function RoomVideo({ play, poster, renewPlay, onClock, isAway }: RoomVideoProps) {
  const copy = useCopy()
  const [state, setState] = useState<PlayerState>('idle')
  const [isMuted, setMuted] = useState(false)
  return (
    <>
      <View className={cx(styles.video)}>
        <LiveVideo
          className={cx(styles.fill)}
          sources={play}
          poster={absoluteUrl(poster)}
          muted={isMuted}
          onState={setState}
          refreshSources={renewPlay}
          onClock={onClock}
          onSoundBlocked={() => {
            setMuted(true)
          }}
        />
      </View>
      {!isAway && NEWS.has(state) && (
        <View className={cx(styles.news)} {...{ role: 'status' }}>
          <Text>{state === 'failed' ? copy.live.playFailed : copy.live.reconnecting}</Text>
        </View>
      )}
      {isMuted && state === 'playing' && (
        <Tappable
          className={cx(styles.sound)}
          onTap={() => {
            setMuted(false)
          }}
        >
          <Icon name="muted" size="s" />
          <Text>{copy.live.sound}</Text>
        </Tappable>
      )}
    </>
  )
}
