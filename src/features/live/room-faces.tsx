import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RoomState } from '@/domain/room'
import { DAY, type EpochMs, HOUR } from '@/domain/time'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { usePageVisible } from '@/services/server-truth'
import { Button, cx, EmptyFace, FailedFace, type FailureCode, useErrorWords, useWhenText } from '@/ui'
import styles from './room-faces.module.scss'
import { RoomNoticeFace } from './room-notice-face'
import { useLiveWords } from './words'

/** Shown only when entering takes longer than the eye minds. */
export function EnteringFace() {
  const words = useLiveWords()
  const forReaders = { role: 'status' }
  return (
    <View className={cx(styles.entering)} {...forReaders}>
      <View className={cx(styles.ring)} />
      <Text>{words.entering}</Text>
    </View>
  )
}

export interface UpcomingFaceProps {
  /** What there is to do meanwhile. */
  readonly children?: ReactNode
  readonly room: RoomState['room']
  readonly aheadMs: number
}

/** After whole days, `43:44` could be read as hours. */
const withHours = (ms: number): string => (ms < HOUR ? `0:${timeLeftText(ms)}` : timeLeftText(ms))

export function UpcomingFace({ room, aheadMs, children }: UpcomingFaceProps) {
  const words = useLiveWords()
  const isVisible = usePageVisible()
  return (
    <RoomNoticeFace isTall title={room.title} hint={words.upcomingHint}>
      {/* a page that is covered counts no seconds */}
      {isVisible && <Countdown startsAt={room.startsAt} aheadMs={aheadMs} />}
      {children}
    </RoomNoticeFace>
  )
}

function Countdown({ startsAt, aheadMs }: { readonly startsAt: EpochMs; readonly aheadMs: number }) {
  const words = useLiveWords()
  const whenText = useWhenText()
  const left = useTimeLeft(startsAt, aheadMs)
  const days = Math.floor(left / DAY)
  return (
    <View className={cx(styles.countdown)}>
      <Text className={cx(styles.label)}>{left > 0 ? words.startsIn : words.startsSoon}</Text>
      {left > 0 && (
        <Text className={cx(styles.left)}>
          {days > 0 ? `${words.days(days)} ${withHours(left % DAY)}` : timeLeftText(left)}
        </Text>
      )}
      <Text className={cx(styles.label)}>{words.startsAt(whenText(startsAt, startsAt - left))}</Text>
    </View>
  )
}

export function AwayFace() {
  const words = useLiveWords()
  return (
    <>
      <View className={cx(styles.veil)} />
      <RoomNoticeFace isHigh icon="away" title={words.away} hint={words.awayHint} />
    </>
  )
}

export interface EndedFaceProps {
  /** What the show was, and its replay. */
  readonly children?: ReactNode
  readonly onFeed: () => void
  readonly onShelf: () => void
}

export function EndedFace({ onFeed, onShelf, children }: EndedFaceProps) {
  const words = useLiveWords()
  return (
    <RoomNoticeFace icon="play" title={words.endedTitle} hint={words.endedHint}>
      {children}
      <View className={cx(styles.ways)}>
        <Button kind="ghost" block className={cx(styles.onDark)} onTap={onShelf}>
          {words.toShelf}
        </Button>
        <Button kind="ghost" block className={cx(styles.onDark)} onTap={onFeed}>
          {words.toFeed}
        </Button>
      </View>
    </RoomNoticeFace>
  )
}

/** Asking again changes nothing. */
const NO_WAY_IN: ReadonlySet<FailureCode> = new Set(['room-not-found', 'room-banned'] as const)

export interface RoomFailureProps {
  readonly code: FailureCode
  readonly onRetry: () => void
  readonly onFeed: () => void
}

/** The room could not be entered: tried again where that can help, and otherwise shown the way out. */
export function RoomFailure({ code, onRetry, onFeed }: RoomFailureProps) {
  const words = useLiveWords()
  const problem = useErrorWords(code)
  return (
    <View className={cx(styles.failure)}>
      {NO_WAY_IN.has(code) ? (
        <EmptyFace
          icon={code === 'room-banned' ? 'alert' : 'stream'}
          title={problem.title}
          hint={problem.hint}
          action={<Button onTap={onFeed}>{words.toFeed}</Button>}
        />
      ) : (
        <FailedFace code={code} onRetry={onRetry} />
      )}
    </View>
  )
}
