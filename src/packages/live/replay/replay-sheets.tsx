import { Text } from '@tarojs/components'
import { ChapterList, useReplayWords } from '@/features/replay'
import { ShelfList, useShelfWords } from '@/features/shelf'
import type { ShelfProduct } from '@/domain/product'
import { unreachable } from '@/domain/result'
import { cx, Sheet } from '@/ui'
import { BuySheet } from '../buy-sheet'
import { goToReplay } from '../ways-out'
import type { ReplayPartProps } from './replay-panel'
import styles from './replay-screen.module.scss'

/** At most one sheet is over the replay. */
export type OpenSheet =
  | { readonly kind: 'none' | 'shelf' | 'chapters' }
  | { readonly kind: 'checkout'; readonly product: ShelfProduct }

interface ReplaySheetsProps extends ReplayPartProps {
  readonly sheet: OpenSheet
  readonly onClose: () => void
}

/** What slides over the replay; it goes on behind it. */
export function ReplaySheets(props: ReplaySheetsProps) {
  const { show, at, playback, explaining, sheet, onBuy, onClose } = props
  const words = useReplayWords()
  const shelfWords = useShelfWords()
  const { start, chapters } = show
  switch (sheet.kind) {
    case 'none':
      return null
    case 'chapters':
      return (
        <Sheet open title={words.chaptersTitle} height="tall" onClose={onClose}>
          <ChapterList
            chapters={chapters}
            ms={playback.ms}
            onPick={({ from }) => {
              playback.seek(from)
              onClose()
            }}
          />
        </Sheet>
      )
    case 'shelf':
      return (
        <Sheet open title={shelfWords.title(start.shelf.length)} height="tall" onClose={onClose}>
          <Text className={cx(styles.hint)}>{words.todayPrice}</Text>
          <ShelfList
            shelf={start.shelf}
            explaining={explaining}
            at={at}
            isOnSale
            asking={null}
            onBuy={onBuy}
          />
        </Sheet>
      )
    case 'checkout':
      return (
        <BuySheet
          product={sheet.product}
          roomId={start.room.id}
          at={at}
          onWatch={(roomId, fromMs) => {
            onClose()
            if (roomId === start.room.id) playback.seek(fromMs)
            else goToReplay(roomId, fromMs)
          }}
          onClose={onClose}
        />
      )
    default:
      return unreachable(sheet)
  }
}
