import { Text, View } from '@tarojs/components'
import { ChapterList, type Show, type Playback, useReplayWords } from '@/features/replay'
import { ShelfList, useShelfWords } from '@/features/shelf'
import type { ProductId } from '@/domain/ids'
import type { OffersNow } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { cx } from '@/ui'
import styles from './replay-screen.module.scss'

export interface ReplayPartProps {
  readonly show: Show
  readonly at: OffersNow
  readonly playback: Playback
  readonly explaining: readonly ProductId[]
  readonly onBuy: (product: ShelfProduct) => void
}

/** On a desktop's window, chapters and shelf stand beside the replay. */
export function ReplayPanel({ show, at, playback, explaining, onBuy }: ReplayPartProps) {
  const words = useReplayWords()
  const shelfWords = useShelfWords()
  const heading = { role: 'heading', 'aria-level': '2' }
  const { start, chapters } = show
  return (
    <View className={cx(styles.panel)}>
      <View className={cx(styles.part)}>
        <Text className={cx(styles.title)} {...heading}>
          {words.chaptersTitle}
        </Text>
        <View className={cx(styles.scroll)}>
          <ChapterList chapters={chapters} ms={playback.ms} onPick={({ from }) => playback.seek(from)} />
        </View>
      </View>
      <View className={cx(styles.part)}>
        <Text className={cx(styles.title)} {...heading}>
          {shelfWords.title(start.shelf.length)}
        </Text>
        <Text className={cx(styles.hint)}>{words.todayPrice}</Text>
        <View className={cx(styles.scroll)}>
          <ShelfList
            shelf={start.shelf}
            explaining={explaining}
            at={at}
            isOnSale
            asking={null}
            onBuy={onBuy}
          />
        </View>
      </View>
    </View>
  )
}
