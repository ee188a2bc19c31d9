import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Room, RoomPulse } from '@/domain/room'
import { Button, ConfirmSheet, cx, Icon, Tag, toast, useCountText } from '@/ui'
import styles from './console-head.module.scss'
import { useShow } from './use-show'
import { useStudioWords } from './words/studio'

interface ConsoleHeadProps {
  readonly room: Room
  readonly pulse: RoomPulse
  readonly onChanged: () => void
  readonly onStream: () => void
}

const TONES = { live: 'brand', upcoming: 'warn', ended: 'muted' } as const

/** The state of the show, its true numbers, and the one button that begins or ends it. */
export function ConsoleHead({ room, pulse, onChanged, onStream }: ConsoleHeadProps) {
  const words = useStudioWords()
  const count = useCountText()
  return (
    <View className={cx(styles.head)}>
      <View className={cx(styles.words)}>
        <View className={cx(styles.line)}>
          <Tag tone={TONES[room.status]}>{words.status[room.status]}</Tag>
          {room.status !== 'ended' && (
            <Tag tone={room.picture === 'on' ? 'good' : 'warn'}>
              {room.picture === 'on' ? words.console.pictureOn : words.console.pictureAway}
            </Tag>
          )}
        </View>
        <Text className={cx(styles.title)}>{room.title}</Text>
      </View>
      <View className={cx(styles.counts)}>
        <Count icon="people" label={words.console.viewersNow} value={count(pulse.viewers)} />
        <Count icon="heart" label={words.console.likesAll} value={count(pulse.likes)} />
      </View>
      {room.status !== 'ended' && (
        <View className={cx(styles.actions)}>
          <Button kind="ghost" size="s" onTap={onStream}>
            {words.streamAddress}
          </Button>
          <ShowButton room={room} onChanged={onChanged} />
        </View>
      )}
    </View>
  )
}

interface CountProps {
  readonly icon: 'people' | 'heart'
  readonly label: string
  readonly value: string
}

const Count = ({ icon, label, value }: CountProps) => (
  <View className={cx(styles.count)}>
    <Icon name={icon} size="s" tone="soft" />
    <Text className={cx(styles.figure)}>{value}</Text>
    <Text className={cx(styles.label)}>{label}</Text>
  </View>
)

function ShowButton({ room, onChanged }: Pick<ConsoleHeadProps, 'room' | 'onChanged'>) {
  const words = useStudioWords().console
  const [isAsking, setAsking] = useState(false)
  const show = useShow(room.id, onChanged)
  const isLive = room.status === 'live'

  async function change(): Promise<void> {
    const isDone = await (isLive ? show.end() : show.start())
    setAsking(false)
    if (isDone) toast(isLive ? words.ended : words.started)
  }
  return (
    <>
      <Button kind={isLive ? 'danger' : 'primary'} size="s" onTap={() => setAsking(true)}>
        {isLive ? words.end : words.start}
      </Button>
      <ConfirmSheet
        open={isAsking}
        title={isLive ? words.endTitle : words.startTitle}
        hint={isLive ? words.endHint : words.startHint}
        yes={isLive ? words.endYes : words.start}
        isDangerous={isLive}
        busy={show.isChanging}
        onYes={() => void change()}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
