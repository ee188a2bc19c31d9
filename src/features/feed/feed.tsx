import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { RoomId } from '@/domain/ids'
import { Button, cx, ListFace, useCopy } from '@/ui'
import { FeedSkeleton } from './feed-skeleton'
import styles from './feed.module.scss'
import { LiveCard } from './live-card'
import { RoomRow } from './room-row'
import type { FeedRooms, useFeed } from './use-feed'

export interface FeedProps {
  readonly feed: ReturnType<typeof useFeed>
  readonly onOpen: (roomId: RoomId) => void
}

/** Every room on one page: live ones to watch, upcoming ones to wait for, ended ones to look back at. */
export function Feed({ feed, onOpen }: FeedProps) {
  const copy = useCopy()
  const retry = (): void => {
    void feed.refresh()
  }
  return (
    <View className={cx(styles.feed)}>
      <ListFace
        state={feed.state}
        skeleton={<FeedSkeleton />}
        empty={{
          title: copy.feed.emptyTitle,
          hint: copy.feed.emptyHint,
          icon: 'stream',
          action: (
            <Button kind="secondary" onTap={retry}>
              {copy.feed.look}
            </Button>
          ),
        }}
        onRetry={retry}
      >
        {(rooms) => <Rooms rooms={rooms} onOpen={onOpen} />}
      </ListFace>
    </View>
  )
}

function Rooms({ rooms, onOpen }: { readonly rooms: FeedRooms; readonly onOpen: FeedProps['onOpen'] }) {
  const copy = useCopy()
  const { live, upcoming, ended, serverTime } = rooms
  return (
    <>
      {live.length > 0 && (
        <Section title={copy.feed.live} isLive>
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
        <Section title={copy.feed.upcoming}>
          {upcoming.map((card) => (
            <RoomRow key={card.room.id} card={card} now={serverTime} onOpen={onOpen} />
          ))}
        </Section>
      )}
      {ended.length > 0 && (
        <Section title={copy.feed.ended} note={copy.feed.endedHint}>
          {ended.map((card) => (
            <RoomRow key={card.room.id} card={card} now={serverTime} onOpen={onOpen} />
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
