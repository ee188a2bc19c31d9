import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import type { RoomId } from '@/domain/ids'
import type { Room } from '@/domain/room'
import { Button, cx, ListFace } from '@/ui'
import { FeedSkeleton } from './feed-skeleton'
import styles from './feed.module.scss'
import { LiveCard } from './live-card'
import { RoomRow } from './room-row'
import type { FeedRooms, useFeed } from './use-feed'
import { useFeedWords } from './words'

export interface FeedProps {
  readonly feed: ReturnType<typeof useFeed>
  readonly onOpen: (roomId: RoomId) => void
  readonly onReplay?: (roomId: RoomId) => void
  /** What can be done about a show to come. */
  readonly actionOf?: (room: Room) => ReactNode
}

/** Every room on one page: live ones to watch, upcoming ones to wait for, ended ones to look back at. */
export function Feed({ feed, onOpen, onReplay, actionOf }: FeedProps) {
  const words = useFeedWords()
  const retry = (): void => {
    void feed.refresh()
  }
  return (
    <View className={cx(styles.feed)}>
      <ListFace
        state={feed.state}
        skeleton={<FeedSkeleton />}
        empty={{
          title: words.emptyTitle,
          hint: words.emptyHint,
          icon: 'stream',
          action: (
            <Button kind="secondary" onTap={retry}>
              {words.look}
            </Button>
          ),
        }}
        onRetry={retry}
      >
        {(rooms) => <Rooms rooms={rooms} onOpen={onOpen} onReplay={onReplay} actionOf={actionOf} />}
      </ListFace>
    </View>
  )
}

interface RoomsProps extends Pick<FeedProps, 'onOpen'> {
  readonly onReplay: FeedProps['onReplay']
  readonly rooms: FeedRooms
  readonly actionOf: FeedProps['actionOf'] | undefined
}

function Rooms({ rooms, onOpen, onReplay, actionOf }: RoomsProps) {
  const words = useFeedWords()
  const { live, upcoming, ended, serverTime } = rooms
  return (
    <>
      {live.length > 0 && (
        <Section title={words.live} isLive>
          <View className={cx(styles.grid)}>
            {live.map((card, index) => (
              <LiveCard
                key={card.room.id}
                card={card}
                isWide={index === 0 && live.length % 2 === 1}
                isFirstScreen={index < 3}
                onOpen={onOpen}
              />
            ))}
          </View>
        </Section>
      )}
      {upcoming.length > 0 && (
        <Section title={words.upcoming}>
          {upcoming.map((card) => (
            <RoomRow
              key={card.room.id}
              card={card}
              now={serverTime}
              onOpen={onOpen}
              action={actionOf?.(card.room)}
            />
          ))}
        </Section>
      )}
      {ended.length > 0 && (
        <Section title={words.ended} note={words.endedHint}>
          {ended.map((card) => (
            <RoomRow key={card.room.id} card={card} now={serverTime} onOpen={onOpen} onReplay={onReplay} />
          ))}
        </Section>
      )}
    </>
  )
}

interface SectionProps {
  readonly title: string
  readonly note?: string
  readonly isLive?: boolean
}

function Section({ title, note, isLive = false, children }: PropsWithChildren<SectionProps>) {
  const heading = { role: 'heading', 'aria-level': '2' }
  return (
    <View className={cx(styles.section)}>
      <View className={cx(styles.heading)}>
        {isLive && <View className={cx(styles.dot)} />}
        <Text className={cx(styles.title)} {...heading}>
          {title}
        </Text>
        {note !== undefined && <Text className={cx(styles.note)}>{note}</Text>}
      </View>
      {children}
    </View>
  )
}
