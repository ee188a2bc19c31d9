import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '@/contracts'
import type { Room } from '@/domain/room'
import { absoluteUrl } from '@/platform'
import { LiveVideo } from '@/platform/player'
import type { PlayerState } from '@/platform/ports/player'
import { cx, Icon, Picture, Tappable, useCopy } from '@/ui'
import styles from './console-picture.module.scss'
import { pictureNews } from './picture-news'

export type PlayAddresses = NonNullable<Output<'rooms', 'enter'>['play']>

interface ConsolePictureProps {
  readonly room: Room
  readonly play: PlayAddresses | null
  readonly renewPlay: () => Promise<PlayAddresses | null>
}

/** What viewers see, small and silent: the host hears themselves well enough. */
export function ConsolePicture({ room, play, renewPlay }: ConsolePictureProps) {
  const words = useCopy().studio.console
  const [state, setState] = useState<PlayerState>('idle')
  const [isMuted, setMuted] = useState(true)
  const isPlaying = room.status === 'live' && play !== null
  return (
    <View className={cx(styles.box)}>
      <Picture src={room.coverUrl} alt="" shape="fill" className={cx(styles.poster, styles.dim)} />
      {isPlaying && (
        <View className={cx(styles.video)}>
          <LiveVideo
            className={cx(styles.fill)}
            sources={play}
            poster={absoluteUrl(room.coverUrl)}
            muted={isMuted}
            onState={setState}
            refreshSources={renewPlay}
          />
        </View>
      )}
      <News room={room} state={state} />
      {isPlaying && state === 'playing' && (
        <Tappable
          className={styles.sound}
          label={isMuted ? words.soundOn : words.soundOff}
          onTap={() => setMuted(!isMuted)}
        >
          <Icon name={isMuted ? 'muted' : 'sound'} />
        </Tappable>
      )}
    </View>
  )
}

function News({ room, state }: { readonly room: Room; readonly state: PlayerState }) {
  const news = pictureNews(room, state, useCopy())
  if (news === null) return null
  return (
    <View className={cx(styles.news)} {...{ role: 'status' }}>
      <Icon name={room.picture === 'on' ? 'check' : 'away'} size="xl" />
      <Text className={cx(styles.title)}>{news.title}</Text>
      <Text className={cx(styles.hint)}>{news.hint}</Text>
    </View>
  )
}
