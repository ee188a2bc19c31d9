import { Input, Text, View } from '@tarojs/components'
import { memo, useEffect, useRef, useState } from 'react'
import { cx, Icon, Tappable, toast } from '@/ui'
import styles from './chat-input.module.scss'
import type { ChatProblem, ChatTalk } from './chat-talk'
import { useChatWords } from './words'

/** A new object for every wish to reply, so that the same name may be taken twice. */
export interface Mention {
  readonly name: string
}

export interface ChatInputProps {
  /** Stays the same, so that what others say does not touch what is being typed. */
  readonly talk: ChatTalk
  readonly place: 'over-video' | 'panel'
  readonly isMuted: boolean
  /** Seconds between two messages; 0 when nobody has to wait. */
  readonly slowModeSeconds: number
  readonly mention: Mention | null
}

/** What the client itself did not let through. */
const NOT_SHOWN: ReadonlySet<ChatProblem> = new Set([
  'chat-empty',
  'chat-too-long',
  'chat-slow-mode',
  'chat-too-fast',
  'chat-repeated',
] as const)

/** Twice what may be said, since a character may be two units long; what is too long is told, not cut in silence. */
const MOST_UNITS = 400

interface Typed {
  readonly detail: { readonly value: string }
}

export const ChatInput = memo(function ChatInput(props: ChatInputProps) {
  const words = useChatWords()
  if (!props.isMuted) return <OpenInput {...props} />
  return (
    <View className={cx(styles.box, styles[props.place])} {...{ role: 'status' }}>
      <Text className={cx(styles.muted)}>{words.muted}</Text>
    </View>
  )
})

function OpenInput({ talk, place, slowModeSeconds, mention }: ChatInputProps) {
  const words = useChatWords()
  const placeholder = slowModeSeconds > 0 ? words.slowMode(slowModeSeconds) : words.placeholder
  const { draft, type, send, sendOnce } = useDraft(talk, mention)
  const [isTyping, setTyping] = useState(false)
  const forReaders = { 'aria-label': placeholder }
  return (
    <View className={cx(styles.box, styles[place])}>
      <Input
        className={cx(styles.input)}
        value={draft}
        placeholder={placeholder}
        placeholderClass={cx(styles.placeholder)}
        maxlength={MOST_UNITS}
        confirmType="send"
        confirmHold
        onInput={(event: Typed) => {
          type(event.detail.value)
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
          label={words.send}
          isDisabled={draft.trim() === ''}
          onTap={sendOnce}
        >
          <Icon name="send" />
        </Tappable>
      )}
    </View>
  )
}

/** What is being typed, and what becomes of it. */
function useDraft(talk: ChatTalk, mention: Mention | null) {
  const words = useChatWords()
  const [draft, setDraft] = useState('')

  // Enter and a second tap may come before what was typed, or sent, is drawn.
  const typed = useRef('')
  const type = (value: string): void => {
    typed.current = value
    setDraft(value)
  }

  useEffect(() => {
    if (mention === null) return
    type(`@${mention.name} ${typed.current.replace(/^@\S* /, '')}`)
  }, [mention])

  const send = (): void => {
    const text = typed.current
    type('')
    void talk.say(text).then((problem) => {
      if (problem === null) return
      toast(words.problems[problem])
      // while it waits for its time nothing was shown: what was typed is not lost
      if (NOT_SHOWN.has(problem) && typed.current === '') type(text)
    })
  }
  const sendOnce = (): void => {
    // the second of two taps finds nothing left to say
    if (typed.current.trim() !== '') send()
  }
  return { draft, type, send, sendOnce }
}
