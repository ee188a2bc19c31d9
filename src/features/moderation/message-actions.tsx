import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RoomId, UserId } from '@/domain/ids'
import { Button, ConfirmSheet, cx, Sheet } from '@/ui'
import styles from './moderation.module.scss'
import { useMeasures } from './use-measures'
import { useModerationWords } from './words'

export interface SaidHere {
  readonly messageId: string
  readonly userId: UserId
  readonly name: string
  readonly text: string
  /** Of the shop's own people only the message can be dealt with. */
  readonly isStaff: boolean
}

export interface MessageActionsProps {
  readonly roomId: RoomId
  readonly said: SaidHere
  readonly isPinned: boolean
  readonly onReply: () => void
  readonly onChanged: () => void
  readonly onClose: () => void
}

const MUTE_MINUTES = 10

/** What a host does about one message and about whoever said it. */
export function MessageActions(props: MessageActionsProps) {
  const { roomId, said, isPinned, onReply, onChanged, onClose } = props
  const words = useModerationWords()
  const { busyWith, take } = useMeasures(onChanged)
  const [isBanning, setBanning] = useState(false)
  const { messageId, userId, name, text, isStaff } = said
  const closeIf = (isDone: boolean): void => {
    if (isDone) onClose()
  }
  const ban = () => take('ban', { roomId, userId }, words.banned).then(closeIf)
  if (isBanning)
    return (
      <ConfirmSheet
        open
        title={words.banTitle(name)}
        hint={words.banHint}
        yes={words.ban}
        isDangerous
        busy={busyWith === 'ban'}
        onYes={() => void ban()}
        onNo={() => setBanning(false)}
      />
    )
  const pin = () =>
    take(
      'pin-message',
      { roomId, messageId: isPinned ? null : messageId },
      isPinned ? words.unpinned : words.pinned,
    )
  const erase = () => take('delete-message', { roomId, messageId }, words.deleted)
  const mute = (minutes: number | null) =>
    take('mute', { roomId, userId, minutes }, minutes === null ? words.mutedForGood : words.muted(minutes))
  return (
    <Sheet open title={name} onClose={onClose}>
      <View className={cx(styles.body)}>
        <Text className={cx(styles.quote)} selectable>
          {text}
        </Text>
        <View className={cx(styles.acts)}>
          <Act words={words.reply} onTap={onReply} />
          <Act words={isPinned ? words.unpin : words.pin} onTap={() => void pin().then(closeIf)} />
          <Act words={words.delete} onTap={() => void erase().then(closeIf)} />
        </View>
        {!isStaff && (
          <View className={cx(styles.acts)}>
            <Act words={words.muteFor(MUTE_MINUTES)} onTap={() => void mute(MUTE_MINUTES).then(closeIf)} />
            <Act words={words.muteForGood} onTap={() => void mute(null).then(closeIf)} />
            <Act words={words.ban} isDangerous onTap={() => setBanning(true)} />
          </View>
        )}
      </View>
    </Sheet>
  )
}

interface ActProps {
  readonly words: string
  readonly isDangerous?: boolean
  readonly onTap: () => void
}

const Act = ({ words, isDangerous = false, onTap }: ActProps) => (
  <Button kind={isDangerous ? 'danger' : 'secondary'} size="s" onTap={onTap}>
    {words}
  </Button>
)
