import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '@/contracts'
import { qualityOf } from '@/domain/quality'
import type { Room } from '@/domain/room'
import { absoluteUrl } from '@/platform'
import { LiveVideo } from '@/platform/player'
import type { PlayerState } from '@/platform/ports/player'
import { cx, Icon, Picture, Tappable } from '@/ui'
import styles from './console-picture.module.scss'
import { pictureNews } from './picture-news'
import { WatchQualityLine } from './watch-quality-line'
import { useStudioWords } from './words/studio'

export type PlayAddresses = NonNullable<Output<'rooms', 'enter'>['play']>

/** What the host sends, as it is: a smaller picture would hide what is wrong with it. */
const bestOf = (play: PlayAddresses | null) => qualityOf(play?.qualities ?? [], 'origin') ?? null

interface ConsolePictureProps {
  readonly room: Room
  readonly play: PlayAddresses | null
  readonly renewPlay: () => Promise<PlayAddresses | null>
}

/** What viewers see, small and silent: the host hears themselves well enough. */
export function ConsolePicture({ room, play, renewPlay }: ConsolePictureProps) {
  const words = useStudioWords().console
  const [state, setState] = useState<PlayerState>('idle')
  const [isMuted, setMuted] = useState(true)
  const best = bestOf(play)
  const isPlaying = room.status === 'live' && best !== null
  return (
    <View className={cx(styles.box)}>
      <Picture src={room.coverUrl} alt="" shape="fill" className={cx(styles.poster, styles.dim)} />
      {isPlaying && (
        <View className={cx(styles.video)}>
          <LiveVideo
            className={cx(styles.fill)}
            sources={best}
            poster={absoluteUrl(room.coverUrl)}
            muted={isMuted}
            onState={setState}
            refreshSources={async () => bestOf(await renewPlay())}
          />
        </View>
      )}
      <News room={room} state={state} />
      {room.status !== 'upcoming' && <WatchQualityLine roomId={room.id} />}
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
  const news = pictureNews(room, state, useStudioWords())
  if (news === null) return null
  return (
    <View className={cx(styles.news)} {...{ role: 'status' }}>
      <Icon name={room.picture === 'on' ? 'check' : 'away'} size="xl" />
      <Text className={cx(styles.title)}>{news.title}</Text>
      <Text className={cx(styles.hint)}>{news.hint}</Text>
    </View>
  )
}
