import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { RoomStage } from '@/features/live'
import { ReplayControls, ReplayPicture, type Show, useLog, usePlayback, useRoomAt } from '@/features/replay'
import { BagButton, ExplainCards } from '@/features/shelf'
import { useRoomShare } from '@/features/share'
import type { OffersNow } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { serverTimeOf } from '@/domain/recording'
import { NO_OFFERS } from '@/domain/room-offers'
import { cx } from '@/ui'
import { goBack } from '../ways-out'
import { ReplayPanel } from './replay-panel'
import styles from './replay-screen.module.scss'
import { type OpenSheet, ReplaySheets } from './replay-sheets'

export interface ReplayStageProps {
  readonly show: Show
  readonly fromMs: number
  readonly isWide: boolean
  readonly onRetry: () => Promise<void>
}

export function ReplayStage({ show, fromMs, isWide, onRetry }: ReplayStageProps) {
  const { start, parts, chapters } = show
  const [sheet, setSheet] = useState<OpenSheet>({ kind: 'none' })
  const playback = usePlayback(parts, fromMs)
  const then = useRoomAt(useLog(start), serverTimeOf(parts, playback.ms))
  // a mini-program's own menu sends the room on, which leads here
  useRoomShare(start.room.id, true)
  // a show's own prices ended with it
  const at = useMemo<OffersNow>(
    () => ({ offers: NO_OFFERS, left: {}, now: show.serverTime }),
    [show.serverTime],
  )
  // what was explained then, as it can be had today: what has left the shelf has no card
  const explained = [...then.explaining]
    .reverse()
    .flatMap((id) => start.shelf.find((one) => one.id === id) ?? [])
  const shared = {
    show,
    at,
    playback,
    explaining: then.explaining,
    onBuy: (product: ShelfProduct) => setSheet({ kind: 'checkout', product }),
  }
  return (
    <>
      <RoomStage
        room={start.room}
        viewers={0}
        onBack={goBack}
        video={
          <ReplayPicture
            parts={parts}
            playback={playback}
            poster={start.room.coverUrl}
            onRetry={() => {
              playback.toggle()
              void onRetry()
            }}
          />
        }
        card={<ExplainCards products={explained} at={at} onBuy={shared.onBuy} />}
        bar={
          <ReplayControls
            playback={playback}
            chapters={chapters}
            onChapters={() => setSheet({ kind: 'chapters' })}
            bag={<BagButton count={start.shelf.length} onTap={() => setSheet({ kind: 'shelf' })} />}
          />
        }
      />
      {isWide && <ReplayPanel {...shared} />}
      <View className={cx(styles.sheets)}>
        <ReplaySheets {...shared} sheet={sheet} onClose={() => setSheet({ kind: 'none' })} />
      </View>
    </>
  )
}
