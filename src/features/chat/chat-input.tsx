import { Input, View } from '@tarojs/components'
import { memo, useState } from 'react'
import { cx, Icon, Tappable, toast, useCopy } from '@/ui'
import styles from './chat-input.module.scss'
import type { ChatTalk } from './chat-talk'

export interface ChatInputProps {
  /** Stays the same, so that what others say does not touch what is being typed. */
  readonly talk: ChatTalk
  readonly place: 'over-video' | 'panel'
}

/** Twice what may be said, since a character may be two units long; what is too long is told, not cut in silence. */
const MOST_UNITS = 400

interface Typed {
  readonly detail: { readonly value: string }
}

export const ChatInput = memo(function ChatInput({ talk, place }: ChatInputProps) {
  const copy = useCopy()
  const [draft, setDraft] = useState('')
  const [isTyping, setTyping] = useState(false)

  const send = (): void => {
    const text = draft
    setDraft('')
    void talk.say(text).then((problem) => {
      if (problem === null) return
      toast(copy.chat.problems[problem])
      if (problem === 'chat-empty' || problem === 'chat-too-long') setDraft(text)
    })
  }
  const forReaders = { 'aria-label': copy.chat.placeholder }
  return (
    <View className={cx(styles.box, styles[place])}>
      <Input
        className={cx(styles.input)}
        value={draft}
        placeholder={copy.chat.placeholder}
        placeholderClass={cx(styles.placeholder)}
        maxlength={MOST_UNITS}
        confirmType="send"
        confirmHold
        onInput={(event: Typed) => {
          setDraft(event.detail.value)
        }}
        onConfirm={send}
        onFocus={() => {
          setTyping(true)
        }}
        onBlur={() => {
          setTyping(false)
        }}
        {...forReaders}
      />
      {(isTyping || draft !== '') && (
        <Tappable
          className={cx(styles.send, draft.trim() === '' && styles.off)}
          label={copy.chat.send}
          isDisabled={draft.trim() === ''}
          onTap={send}
        >
          <Icon name="send" />
        </Tappable>
      )}
    </View>
  )
})
