import { Text, View } from '@tarojs/components'
import type { QualityId } from '@/domain/quality'
import { Chips, cx, Sheet } from '@/ui'
import type { Watching } from './watching/use-watching'
import { LINES } from './watching/watching-choice'
import styles from './watching-sheet.module.scss'
import { useLiveWords } from './words'

export interface WatchingSheetProps {
  readonly watching: Watching
  readonly onClose: () => void
}

/** How large the picture is, or that there is none, and which way it comes. Kept on this device. */
export function WatchingSheet({ watching, onClose }: WatchingSheetProps) {
  const words = useLiveWords()
  const { choice, quality, ladder, choose } = watching
  const isAuto = choice.quality === 'auto'
  const now = isAuto && quality !== null ? words.qualities[quality.id] : ''
  const qualities: readonly (QualityId | 'auto')[] = ['auto', ...ladder]
  return (
    <Sheet open title={words.watchingTitle} onClose={onClose}>
      <View className={cx(styles.parts)}>
        <Text className={cx(styles.name)}>{words.quality}</Text>
        <Chips
          label={words.quality}
          chips={qualities.map((value) => ({ value, words: words.qualities[value] }))}
          chosen={choice.quality}
          onChoose={(value) => choose({ quality: value })}
        />
        <Text className={cx(styles.hint)}>{isAuto ? words.autoHint(now) : words.soundHint}</Text>
        <Text className={cx(styles.name)}>{words.line}</Text>
        <Chips
          label={words.line}
          chips={LINES.map((value) => ({ value, words: words.lines[value] }))}
          chosen={choice.line}
          onChoose={(line) => choose({ line })}
        />
        <Text className={cx(styles.hint)}>{words.lineHint}</Text>
      </View>
    </Sheet>
  )
}
