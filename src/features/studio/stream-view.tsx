import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RoomId } from '@/domain/ids'
import { asList, knownValue } from '@/services/server-truth'
import { Button, copyText, cx, dateTimeText, Icon, ListFace, Skeleton } from '@/ui'
import { ffmpegCommand, maskedKey, type PushAddress } from './push-command'
import { PushFields } from './push-fields'
import styles from './stream-view.module.scss'
import { useMyRoom, usePushAddress } from './use-stream'
import { useStudioWords } from './words/studio'

interface StreamViewProps {
  readonly roomId: RoomId
  readonly onConsole: () => void
}

const never = (): boolean => false

/** Where OBS or ffmpeg pushes the picture, how, and whether it arrives. */
export function StreamView({ roomId, onConsole }: StreamViewProps) {
  const words = useStudioWords().stream
  const { truth, refresh } = usePushAddress(roomId)
  const [isShown, setShown] = useState(false)
  return (
    <View className={cx(styles.view)}>
      <Arrival roomId={roomId} onConsole={onConsole} />
      <ListFace
        state={asList(truth, never)}
        skeleton={<Skeleton className={styles.skeleton} />}
        empty={{ title: words.title }}
        onRetry={() => void refresh()}
      >
        {(address) => (
          <>
            <View className={cx(styles.card)}>
              <Text className={cx(styles.hint)}>{words.intro}</Text>
              <PushFields address={address} isShown={isShown} onShow={setShown} />
              <View className={cx(styles.expiry)}>
                <Text className={cx(styles.hint)}>{words.expires(dateTimeText(address.expiresAt))}</Text>
                <Button kind="ghost" size="s" onTap={() => void refresh()}>
                  {words.renew}
                </Button>
              </View>
            </View>
            <Guides address={address} isShown={isShown} />
          </>
        )}
      </ListFace>
    </View>
  )
}

function Arrival({ roomId, onConsole }: StreamViewProps) {
  const words = useStudioWords().stream
  const room = knownValue(useMyRoom(roomId).truth)
  if (room === null) return null
  const isArriving = room.picture === 'on'
  const live = { role: 'status', 'aria-live': 'polite' }
  return (
    <View className={cx(styles.arrival, isArriving ? styles.arriving : styles.waiting)}>
      <Icon name={isArriving ? 'check' : 'stream'} size="l" />
      <View className={cx(styles.words)} {...live}>
        <Text className={cx(styles.title)}>{isArriving ? words.arriving : words.waiting}</Text>
        <Text className={cx(styles.sub)}>{isArriving ? words.arrivingHint : words.waitingHint}</Text>
      </View>
      <Button kind={isArriving ? 'primary' : 'ghost'} size="s" onTap={onConsole}>
        {words.toConsole}
      </Button>
    </View>
  )
}

interface GuidesProps {
  readonly address: PushAddress
  readonly isShown: boolean
}

function Guides({ address, isShown }: GuidesProps) {
  const words = useStudioWords().stream
  const shown = isShown ? address : { ...address, key: maskedKey(address.key) }
  const heading = { role: 'heading', 'aria-level': '2' }
  return (
    <View className={cx(styles.guides)}>
      <View className={cx(styles.card)}>
        <Text className={cx(styles.heading)} {...heading}>
          {words.obs}
        </Text>
        {words.obsSteps.map((step, index) => (
          <View key={step} className={cx(styles.step)}>
            <Text className={cx(styles.number)}>{String(index + 1)}</Text>
            <Text className={cx(styles.stepText)}>{step}</Text>
          </View>
        ))}
      </View>
      <View className={cx(styles.card)}>
        <Text className={cx(styles.heading)} {...heading}>
          {words.ffmpeg}
        </Text>
        <Text className={cx(styles.hint)}>{words.ffmpegHint}</Text>
        <Text className={cx(styles.code)} selectable userSelect>
          {ffmpegCommand(shown)}
        </Text>
        <Button kind="secondary" size="s" onTap={() => void copyText(ffmpegCommand(address))}>
          {words.copyCommand}
        </Button>
      </View>
    </View>
  )
}
