import { View } from '@tarojs/components'
import { RoomStage } from '@/features/live'
import { useReplayWords } from '@/features/replay'
import type { Room } from '@/domain/room'
import { Button, cx, EmptyFace } from '@/ui'
import { goBack, goToRoom } from '../ways-out'
import styles from './replay-screen.module.scss'

/** A show that is not over, or of which nothing was recorded: its room knows more. */
export function NoReplay({ room }: { readonly room: Room }) {
  const words = useReplayWords()
  const isOver = room.status === 'ended'
  return (
    <RoomStage
      room={room}
      viewers={0}
      onBack={goBack}
      video={
        <View className={cx(styles.face)}>
          <EmptyFace
            icon="play"
            title={isOver ? words.noRecording : words.notOver}
            hint={isOver ? words.noRecordingHint : words.notOverHint}
            action={<Button onTap={() => goToRoom(room.id)}>{words.toRoom}</Button>}
          />
        </View>
      }
    />
  )
}
