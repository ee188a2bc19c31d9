import { Text, View } from '@tarojs/components'
import { cx, EmptyFace, Picture, Tappable } from '@/ui'
import styles from './chapter-list.module.scss'
import { clockText } from './clock-text'
import type { ShownChapter } from './use-show'
import { useReplayWords } from './words'

export interface ChapterListProps {
  readonly chapters: readonly ShownChapter[]
  /** Where the replay is. */
  readonly ms: number
  readonly onPick: (chapter: ShownChapter) => void
}

/** WeChat's audit allows 60 children of one node; a show that explains more is told in groups. */
const GROUP = 50

/** What was explained, in the order of the show; a tap goes there. */
export function ChapterList({ chapters, ms, onPick }: ChapterListProps) {
  const words = useReplayWords()
  if (chapters.length === 0)
    return <EmptyFace icon="list" title={words.noChapters} hint={words.noChaptersHint} />
  return (
    <View className={cx(styles.list)}>
      {Array.from({ length: Math.ceil(chapters.length / GROUP) }, (_, group) => (
        <View key={group}>
          {chapters.slice(group * GROUP, (group + 1) * GROUP).map((chapter) => (
            <Row
              key={`${chapter.productId} ${chapter.from}`}
              chapter={chapter}
              isNow={ms >= chapter.from && ms < chapter.to}
              onPick={onPick}
            />
          ))}
        </View>
      ))}
    </View>
  )
}

interface RowProps {
  readonly chapter: ShownChapter
  readonly isNow: boolean
  readonly onPick: (chapter: ShownChapter) => void
}

function Row({ chapter, isNow, onPick }: RowProps) {
  const words = useReplayWords()
  const { name, pictureUrl, from, to } = chapter
  return (
    <Tappable
      className={cx(styles.row, isNow && styles.now)}
      label={words.chapterLabel(name, clockText(from))}
      onTap={() => onPick(chapter)}
    >
      <Picture className={cx(styles.picture)} src={pictureUrl} alt="" />
      <View className={cx(styles.words)}>
        <Text className={cx(styles.name)}>{name}</Text>
        <Text className={cx(styles.time)}>
          {`${clockText(from)} – ${clockText(to)}${isNow ? ` · ${words.chapterNow}` : ''}`}
        </Text>
      </View>
    </Tappable>
  )
}
