import { Text, View } from '@tarojs/components'
import { type ReactNode, useCallback } from 'react'
import type { Output } from '@/contracts'
import type { RoomId } from '@/domain/ids'
import type { Room } from '@/domain/room'
import { backend } from '@/services/backend'
import { knownValue, useServerTruth } from '@/services/server-truth'
import { Button, cx, Picture, Tappable, useCountText, useWhenText } from '@/ui'
import { lengthText } from './clock-text'
import styles from './show-summary.module.scss'
import { useReplayWords } from './words'

type Summary = Output<'rooms', 'summary'>

export interface ShowSummaryProps {
  readonly roomId: RoomId
  readonly onReplay: () => void
  readonly onOpenRoom: (roomId: RoomId) => void
  /** What can be done about a show to come, as asking to be told of its start. */
  readonly actionOf: (room: Room) => ReactNode
}

/** A recording that is made into a file takes a few minutes after the end. */
const LOOK_AGAIN_MS = 60_000
const lookAgain = ({ hasReplay }: Summary): number | null => (hasReplay ? null : LOOK_AGAIN_MS)

/** What a show was, its replay, and what its shop shows next. It says nothing until the server has told. */
export function ShowSummary({ roomId, onReplay, onOpenRoom, actionOf }: ShowSummaryProps) {
  const words = useReplayWords()
  const load = useCallback(() => backend.call('rooms', 'summary', { roomId }), [roomId])
  const summary = knownValue(useServerTruth(load, lookAgain).truth)
  if (summary === null) return null
  return (
    <View className={cx(styles.summary)}>
      <Facts summary={summary} />
      {summary.hasReplay && (
        <Button block onTap={onReplay}>
          {words.watch}
        </Button>
      )}
      {summary.next !== null && (
        <Next room={summary.next} now={summary.serverTime} onOpenRoom={onOpenRoom} actionOf={actionOf} />
      )}
    </View>
  )
}

function Facts({ summary }: { readonly summary: Summary }) {
  const words = useReplayWords()
  const countText = useCountText()
  const { durationMs, watched, likes } = summary
  const facts = [
    ...(durationMs > 0 ? [words.duration(lengthText(durationMs, words))] : []),
    ...(watched > 0 ? [words.watched(countText(watched))] : []),
    ...(likes > 0 ? [words.likes(countText(likes))] : []),
  ]
  return (
    <View className={cx(styles.facts)}>
      {facts.map((fact) => (
        <Text key={fact} className={cx(styles.fact)}>
          {fact}
        </Text>
      ))}
    </View>
  )
}

interface NextProps extends Pick<ShowSummaryProps, 'onOpenRoom' | 'actionOf'> {
  readonly room: Room
  readonly now: number
}

function Next({ room, now, onOpenRoom, actionOf }: NextProps) {
  const words = useReplayWords()
  const whenText = useWhenText()
  const isLive = room.status === 'live'
  return (
    <View className={cx(styles.next)}>
      <Tappable className={cx(styles.show)} role="link" onTap={() => onOpenRoom(room.id)}>
        <Picture className={cx(styles.cover)} src={room.coverUrl} alt="" />
        <View className={cx(styles.words)}>
          <Text className={cx(styles.when)}>
            {isLive ? words.nextLive : `${words.next} ${whenText(room.startsAt, now)}`}
          </Text>
          <Text className={cx(styles.title)}>{room.title}</Text>
        </View>
      </Tappable>
      {!isLive && actionOf(room)}
    </View>
  )
}
