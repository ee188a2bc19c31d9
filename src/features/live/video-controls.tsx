import { Text, View } from '@tarojs/components'
import { cx, Icon, Tappable } from '@/ui'
import styles from './video-controls.module.scss'
import type { Watching } from './watching/use-watching'
import { useLiveWords } from './words'

export interface VideoControlsProps {
  readonly watching: Watching
  readonly onChoose: () => void
}

/** Beside the picture: sound, how it is watched, and the small window where the browser has one. */
export function VideoControls({ watching, onChoose }: VideoControlsProps) {
  const words = useLiveWords()
  const { isMuted, floating, quality } = watching
  if (quality === null) return null
  return (
    <View className={cx(styles.controls)}>
      <Tappable
        className={cx(styles.control)}
        label={isMuted ? words.sound : words.mute}
        onTap={() => watching.setMuted(!isMuted)}
      >
        <Icon name={isMuted ? 'muted' : 'sound'} size="s" />
      </Tappable>
      <Tappable
        className={cx(styles.control)}
        label={words.qualityNow(words.qualities[quality.id])}
        onTap={onChoose}
      >
        <Text className={cx(styles.word)}>{words.qualities[quality.id]}</Text>
      </Tappable>
      {floating !== null && quality.id !== 'audio' && (
        <Tappable className={cx(styles.control)} label={words.float} onTap={() => floating.toggle()}>
          <View className={cx(styles.window)} />
        </Tappable>
      )}
    </View>
  )
}
