import { Text, View } from '@tarojs/components'
import type { RoomId } from '@/domain/ids'
import { Button, copyText, cx, Icon } from '@/ui'
import styles from './guest-face.module.scss'
import { useRoomLink } from './use-room-link'
import { useCheckoutWords } from './words'

/** A browser has no wallet: the room goes on in an app that has one. */
export function GuestFace({ roomId }: { readonly roomId: RoomId }) {
  const words = useCheckoutWords()
  const { link, isFailed, reload } = useRoomLink(roomId)
  return (
    <View className={cx(styles.face)}>
      <View className={cx(styles.badge)}>
        <Icon name="wallet" size="xl" />
      </View>
      <Text className={cx(styles.hint)}>{words.guestHint}</Text>
      {link !== null && (
        <Text className={cx(styles.link)} selectable userSelect>
          {link}
        </Text>
      )}
      <Button
        block
        size="l"
        busy={link === null && !isFailed}
        onTap={() => {
          if (link === null) reload()
          else void copyText(link)
        }}
      >
        {isFailed ? words.guestLinkFailed : words.guestCopy}
      </Button>
    </View>
  )
}
