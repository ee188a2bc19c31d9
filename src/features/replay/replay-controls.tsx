import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { SECOND } from '@/domain/time'
import { SeekBar } from '@/platform/replay-player'
import { cx, Icon, Tappable } from '@/ui'
import { clockText } from './clock-text'
import styles from './replay-controls.module.scss'
import type { Playback } from './use-playback'
import type { ShownChapter } from './use-show'
import { useReplayWords } from './words'

export interface ReplayControlsProps {
  readonly playback: Playback
  readonly chapters: readonly ShownChapter[]
  readonly onChapters: () => void
  /** The shelf's button, which belongs to another feature. */
  readonly bag: ReactNode
}

/** Marks of more chapters than these would be one line. */
const MOST_MARKS = 40

/** Where the replay is, and what can be done with it. */
export function ReplayControls({ playback, chapters, onChapters, bag }: ReplayControlsProps) {
  const words = useReplayWords()
  return (
    <View className={cx(styles.controls)}>
      <Timeline playback={playback} chapters={chapters} />
      <View className={cx(styles.row)}>
        {bag}
        <Tappable
          className={cx(styles.round)}
          label={playback.isPaused ? words.play : words.pause}
          onTap={playback.toggle}
        >
          {playback.isPaused ? (
            <Icon name="play" size="l" />
          ) : (
            <View className={cx(styles.pause)}>
              <View className={cx(styles.bar)} />
              <View className={cx(styles.bar)} />
            </View>
          )}
        </Tappable>
        <Tappable className={cx(styles.wide)} onTap={onChapters}>
          <Icon name="list" size="s" />
          <Text>{words.chapters(chapters.length)}</Text>
        </Tappable>
        <Tappable
          className={cx(styles.round)}
          label={words.speed(`${playback.rate}×`)}
          onTap={playback.nextRate}
        >
          <Text className={cx(styles.rate)}>{`${playback.rate}×`}</Text>
        </Tappable>
      </View>
    </View>
  )
}

function Timeline({ playback, chapters }: Pick<ReplayControlsProps, 'playback' | 'chapters'>) {
  const words = useReplayWords()
  /** Where the finger is; null while none moves the bar. */
  const [held, setHeld] = useState<number | null>(null)
  const { ms, length, seek } = playback
  const [now, end] = [clockText(held ?? ms), clockText(length)]
  return (
    <View className={cx(styles.timeline)}>
      <Text className={cx(styles.time)}>{now}</Text>
      <View className={cx(styles.track)}>
        <View className={cx(styles.marks)}>
          {chapters.slice(0, MOST_MARKS).map(({ from, to }) => (
            <View
              key={`${from}-${to}`}
              className={cx(styles.mark)}
              style={{ left: percent(from, length), width: percent(to - from, length) }}
            />
          ))}
        </View>
        <SeekBar
          className={cx(styles.seek)}
          label={words.seek}
          valueText={words.position(now, end)}
          seconds={Math.floor((held ?? ms) / SECOND)}
          length={Math.max(1, Math.ceil(length / SECOND))}
          onMove={(seconds) => setHeld(seconds * SECOND)}
          onSeek={(seconds) => {
            setHeld(null)
            seek(seconds * SECOND)
          }}
        />
      </View>
      <Text className={cx(styles.time)}>{end}</Text>
    </View>
  )
}

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 10}%`
