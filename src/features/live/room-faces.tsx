import { Text, View } from '@tarojs/components'
import type { RoomState } from '@/domain/room'
import { DAY, type EpochMs, HOUR } from '@/domain/time'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { usePageVisible } from '@/services/server-truth'
import { Button, cx, EmptyFace, FailedFace, type FailureCode, useCopy, useCountText, useWhenText } from '@/ui'
import styles from './room-faces.module.scss'
import { RoomNoticeFace } from './room-notice-face'

/** Shown only when entering takes longer than the eye minds. */
export function EnteringFace() {
  const copy = useCopy()
  const forReaders = { role: 'status' }
  return (
    <View className={cx(styles.entering)} {...forReaders}>
      <View className={cx(styles.ring)} />
      <Text>{copy.live.entering}</Text>
    </View>
  )
}

export interface UpcomingFaceProps {
  readonly room: RoomState['room']
  readonly aheadMs: number
}

/** After whole days, `43:44` could be read as hours. */
const withHours = (ms: number): string => (ms < HOUR ? `0:${timeLeftText(ms)}` : timeLeftText(ms))

export function UpcomingFace({ room, aheadMs }: UpcomingFaceProps) {
  const copy = useCopy()
  const isVisible = usePageVisible()
  return (
    <RoomNoticeFace isHigh icon="calendar" title={room.title} hint={copy.live.upcomingHint}>
      {/* a page that is covered counts no seconds */}
      {isVisible && <Countdown startsAt={room.startsAt} aheadMs={aheadMs} />}
    </RoomNoticeFace>
  )
}

function Countdown({ startsAt, aheadMs }: { readonly startsAt: EpochMs; readonly aheadMs: number }) {
  const copy = useCopy()
  const whenText = useWhenText()
  const left = useTimeLeft(startsAt, aheadMs)
  const days = Math.floor(left / DAY)
  return (
    <View className={cx(styles.countdown)}>
      <Text className={cx(styles.label)}>{left > 0 ? copy.live.startsIn : copy.live.startsSoon}</Text>
      {left > 0 && (
        <Text className={cx(styles.left)}>
          {days > 0 ? `${copy.live.days(days)} ${withHours(left % DAY)}` : timeLeftText(left)}
        </Text>
      )}
      <Text className={cx(styles.label)}>{copy.feed.startsAt(whenText(startsAt, startsAt - left))}</Text>
    </View>
  )
}

export function AwayFace() {
  const copy = useCopy()
  return (
    <>
      <View className={cx(styles.veil)} />
      <RoomNoticeFace isHigh icon="away" title={copy.live.away} hint={copy.live.awayHint} />
    </>
  )
}

export interface EndedFaceProps {
  readonly likes: number
  readonly onFeed: () => void
  readonly onShelf: () => void
}

export function EndedFace({ likes, onFeed, onShelf }: EndedFaceProps) {
  const copy = useCopy()
  const countText = useCountText()
  const thanks =
    likes > 0 ? `${copy.live.endedHint}\n${copy.live.endedLikes(countText(likes))}` : copy.live.endedHint
  return (
    <RoomNoticeFace icon="play" title={copy.live.endedTitle} hint={thanks}>
      <View className={cx(styles.ways)}>
        <Button block onTap={onFeed}>
          {copy.live.toFeed}
        </Button>
        <Button kind="ghost" block className={cx(styles.onDark)} onTap={onShelf}>
          {copy.live.toShelf}
        </Button>
      </View>
    </RoomNoticeFace>
  )
}

export interface RoomFailureProps {
  readonly code: FailureCode
  readonly onRetry: () => void
  readonly onFeed: () => void
}

/** The room could not be entered: tried again where that can help, and otherwise shown the way out. */
export function RoomFailure({ code, onRetry, onFeed }: RoomFailureProps) {
  const copy = useCopy()
  return (
    <View className={cx(styles.failure)}>
      {code === 'room-not-found' ? (
        <EmptyFace
          icon="stream"
          title={copy.errors[code].title}
          hint={copy.errors[code].hint}
          action={<Button onTap={onFeed}>{copy.live.toFeed}</Button>}
        />
      ) : (
        <FailedFace code={code} onRetry={onRetry} />
      )}
    </View>
  )
}
