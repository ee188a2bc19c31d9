import { Text, View } from '@tarojs/components'
import type { RoomCard } from '@/contracts/rooms'
import type { EpochMs } from '@/domain/time'
import { Button, cx, Icon, Picture, Tag, useCountText, useWhenText } from '@/ui'
import styles from './my-room-card.module.scss'
import type { StudioLinks } from './studio-links'
import { useStudioWords } from './words/studio'

const TONES = { live: 'brand', upcoming: 'warn', ended: 'muted' } as const

interface MyRoomCardProps {
  readonly card: RoomCard
  readonly serverTime: EpochMs
  readonly links: StudioLinks
}

export function MyRoomCard({ card, serverTime, links }: MyRoomCardProps) {
  const words = useStudioWords()
  const when = useWhenText()
  const { room } = card
  const time = when(room.startsAt, serverTime)
  return (
    <View className={cx(styles.card)}>
      <Picture src={room.coverUrl} alt="" className={styles.cover} />
      <View className={cx(styles.body)}>
        <View className={cx(styles.line)}>
          <Tag tone={TONES[room.status]}>{words.status[room.status]}</Tag>
          <Text className={cx(styles.time)}>
            {room.status === 'upcoming' ? words.startsAt(time) : words.startedAt(time)}
          </Text>
        </View>
        <Text className={cx(styles.title)}>{room.title}</Text>
        {room.status !== 'upcoming' && <Counts card={card} />}
        <View className={cx(styles.actions)}>
          {room.status === 'ended' ? (
            <Button kind="ghost" size="s" onTap={() => links.onRoom(room.id)}>
              {words.openRoom}
            </Button>
          ) : (
            <>
              <Button kind="ghost" size="s" onTap={() => links.onStream(room.id)}>
                {words.streamAddress}
              </Button>
              <Button size="s" onTap={() => links.onConsole(room.id)}>
                {words.openConsole}
              </Button>
            </>
          )}
        </View>
      </View>
    </View>
  )
}

function Counts({ card }: Pick<MyRoomCardProps, 'card'>) {
  const words = useStudioWords()
  const count = useCountText()
  return (
    <View className={cx(styles.counts)}>
      {card.room.status === 'live' && (
        <View className={cx(styles.count)}>
          <Icon name="people" size="s" tone="soft" />
          <Text>{words.viewers(count(card.viewers))}</Text>
        </View>
      )}
      <View className={cx(styles.count)}>
        <Icon name="heart" size="s" tone="soft" />
        <Text>{words.likes(count(card.likes))}</Text>
      </View>
    </View>
  )
}
