import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { absoluteUrl } from '@/platform'
import { LiveVideo } from '@/platform/player'
import type { PlayerState } from '@/platform/ports/player'
import { cx, Icon, Picture, Tappable } from '@/ui'
import styles from './room-video.module.scss'
import type { Watching } from './watching/use-watching'
import { useLiveWords } from './words'

export interface RoomVideoProps {
  readonly watching: Watching
  readonly poster: string
  /** The host is away: the server has said so, and a word of the player would only confuse. */
  readonly isAway: boolean
}

const NEWS: ReadonlySet<PlayerState> = new Set(['stalled', 'retrying', 'failed'])

/** The picture, what stands in for it, and what a person should know about it. One tap stops it, one lets it go on. */
export function RoomVideo({ watching, poster, isAway }: RoomVideoProps) {
  const words = useLiveWords()
  const [isLandscape, setLandscape] = useState(false)
  const { quality, isPaused } = watching
  if (quality === null) return null
  const isSoundOnly = quality.id === 'audio'
  return (
    <>
      {(isLandscape || isSoundOnly) && (
        <Picture className={cx(styles.behind)} src={poster} alt="" shape="fill" isEager />
      )}
      <View className={cx(styles.video)}>
        <LiveVideo
          {...watching.player}
          className={cx(styles.fill)}
          sources={quality}
          poster={absoluteUrl(poster)}
          isOnAir={!isAway}
          onShape={(aspect) => setLandscape(aspect > 1)}
        />
      </View>
      {isSoundOnly && <Picture className={cx(styles.cover)} src={poster} alt="" shape="fill" isEager />}
      {!isAway && (
        <Tappable
          className={cx(styles.surface)}
          label={isPaused ? words.goOn : words.pause}
          onTap={() => watching.setPaused(!isPaused)}
        >
          {isPaused && <Icon name="play" size="xl" className={cx(styles.play)} />}
        </Tappable>
      )}
      {!isAway && <VideoNews watching={watching} isSoundOnly={isSoundOnly} />}
    </>
  )
}

interface VideoNewsProps {
  readonly watching: Watching
  readonly isSoundOnly: boolean
}

/** At most one thing is said at a time, the worst first. */
function VideoNews({ watching, isSoundOnly }: VideoNewsProps) {
  const words = useLiveWords()
  const { state, isThin, isMuted, isPaused } = watching
  const asStatus = { role: 'status' }
  if (isThin)
    return (
      <Tappable className={cx(styles.offer)} onTap={() => watching.choose({ quality: 'audio' })}>
        <Text>{words.thinNetwork}</Text>
        <Text className={cx(styles.answer)}>{words.soundOnly}</Text>
      </Tappable>
    )
  if (!isPaused && NEWS.has(state))
    return (
      <View className={cx(styles.news)} {...asStatus}>
        <Text>{state === 'failed' ? words.playFailed : words.reconnecting}</Text>
      </View>
    )
  if (isMuted && state === 'playing')
    return (
      <Tappable className={cx(styles.offer)} onTap={() => watching.setMuted(false)}>
        <Icon name="muted" size="s" />
        <Text>{words.sound}</Text>
      </Tappable>
    )
  if (!isSoundOnly) return null
  return (
    <View className={cx(styles.news)} {...asStatus}>
      <Text>{words.soundOnly}</Text>
    </View>
  )
}
