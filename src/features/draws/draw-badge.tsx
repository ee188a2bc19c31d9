import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import type { UserId } from '@/domain/ids'
import type { RoomDraw } from '@/domain/room-offers'
import type { EpochMs } from '@/domain/time'
import { timeLeftText } from '@/services/server-clock'
import { cx, Icon, Tappable, toast } from '@/ui'
import styles from './draw-badge.module.scss'
import { drawPhase, hasWon } from './draw-phase'
import { useDrawWords } from './words'

export interface DrawBadgeProps {
  readonly draw: RoomDraw
  readonly now: EpochMs
  /** Null while nobody knows who this is. */
  readonly userId: UserId | null
  readonly onOpen: () => void
}

/** The room's draw over the show: how long still, and that it was drawn; who wins is told at once. */
export function DrawBadge({ draw, now, userId, onOpen }: DrawBadgeProps) {
  const words = useDrawWords()
  const phase = drawPhase(draw, now)
  const isWinner = hasWon(draw, userId)
  useGoodNews(phase !== 'drawn', isWinner, words.won)
  return (
    <Tappable className={cx(styles.badge)} label={words.badgeLabel(draw.prize)} onTap={onOpen}>
      <Icon name="gift" size="l" />
      <View className={cx(styles.words)}>
        <Text className={cx(styles.title)}>{words.badge}</Text>
        {phase === 'open' ? (
          <Text className={cx(styles.time)} {...{ role: 'timer' }}>
            {timeLeftText(draw.closesAt - now)}
          </Text>
        ) : (
          <Text className={cx(styles.time)}>{words[phase]}</Text>
        )}
      </View>
    </Tappable>
  )
}

/** Whoever comes in later reads it in the sheet; who has waited here hears it. */
function useGoodNews(isWaiting: boolean, isWinner: boolean, news: string): void {
  const hasWaited = useRef(false)
  useEffect(() => {
    if (isWaiting) hasWaited.current = true
    else if (hasWaited.current && isWinner) {
      hasWaited.current = false
      toast(news)
    }
  }, [isWaiting, isWinner, news])
}
