import { Text, View } from '@tarojs/components'
import { absoluteUrl } from '@/platform'
import { ReplayVideo } from '@/platform/replay-player'
import { Button, cx, Icon, Tappable } from '@/ui'
import styles from './replay-picture.module.scss'
import type { Playback } from './use-playback'
import type { ShowPart } from './use-show'
import { useReplayWords } from './words'

export interface ReplayPictureProps {
  readonly parts: readonly ShowPart[]
  readonly playback: Playback
  readonly poster: string
  /** It could not be played: have its addresses signed anew and go on from here. */
  readonly onRetry: () => void
}

/** The recorded picture; a tap on it stops it and lets it go on. */
export function ReplayPicture({ parts, playback, poster, onRetry }: ReplayPictureProps) {
  const words = useReplayWords()
  const { loaded, state, isPaused, isMuted, rate } = playback
  const part = parts[loaded.part]
  if (part === undefined) return null
  return (
    <>
      <View className={cx(styles.video)}>
        <ReplayVideo
          key={`${loaded.number} ${part.url}`}
          {...playback.video}
          className={cx(styles.fill)}
          src={part.url}
          startMs={part.skipMs + loaded.ms}
          poster={absoluteUrl(poster)}
          isPaused={isPaused}
          isMuted={isMuted}
          rate={rate}
        />
      </View>
      {state !== 'failed' && (
        <Tappable
          className={cx(styles.surface)}
          label={isPaused ? words.play : words.pause}
          onTap={playback.toggle}
        >
          {isPaused && <Icon name="play" size="xl" className={cx(styles.play)} />}
        </Tappable>
      )}
      <View className={cx(styles.news)} {...{ role: 'status' }}>
        <News playback={playback} onRetry={onRetry} />
      </View>
    </>
  )
}

function News({ playback, onRetry }: Pick<ReplayPictureProps, 'playback' | 'onRetry'>) {
  const words = useReplayWords()
  const { state, isPaused, isMuted } = playback
  if (state === 'failed')
    return (
      <View className={cx(styles.failed)}>
        <Text>{words.playFailed}</Text>
        <Button size="s" onTap={onRetry}>
          {words.play}
        </Button>
      </View>
    )
  if (state === 'ended') return <Text className={cx(styles.pill)}>{words.ended}</Text>
  if (state === 'loading' && !isPaused) return <Text className={cx(styles.pill)}>{words.loading}</Text>
  if (!isMuted) return null
  return (
    <Tappable className={cx(styles.pill)} onTap={playback.unmute}>
      <Icon name="muted" size="s" />
      <Text>{words.sound}</Text>
    </Tappable>
  )
}
