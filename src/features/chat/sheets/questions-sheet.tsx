import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { MAX_CHAT_CHARS } from '@/domain/chat-message'
import type { ProductId } from '@/domain/ids'
import type { RoomState } from '@/domain/room'
import type { AnsweredQuestion } from '@/domain/room-talk'
import { useOnce } from '@/services/once'
import { Button, Chips, cx, EmptyFace, errorWords, Field, Sheet, toast } from '@/ui'
import { ReportForm } from './report-form'
import styles from './sheets.module.scss'
import { useTalkWords } from './words'

export interface QuestionsSheetProps {
  readonly state: Pick<RoomState, 'room' | 'shelf' | 'explaining' | 'talk'>
  readonly onClose: () => void
}

/** Asking the host, and what the host has answered. */
export function QuestionsSheet({ state, onClose }: QuestionsSheetProps) {
  const words = useTalkWords()
  const [isReporting, setReporting] = useState(false)
  const { room, talk } = state
  if (isReporting) return <ReportForm roomId={room.id} messageId={null} onClose={onClose} />
  return (
    <Sheet open title={words.questions} height="tall" onClose={onClose}>
      <View className={cx(styles.body)}>
        {room.status !== 'ended' && <AskForm state={state} />}
        <Text className={cx(styles.label)} {...{ role: 'heading', 'aria-level': '3' }}>
          {words.answers}
        </Text>
        <Answers answers={talk.answers} />
        <Button kind="ghost" size="s" onTap={() => setReporting(true)}>
          {words.reportShow}
        </Button>
      </View>
    </Sheet>
  )
}

export function Answers({ answers }: { readonly answers: readonly AnsweredQuestion[] }) {
  const words = useTalkWords()
  if (answers.length === 0)
    return <EmptyFace icon="chat" title={words.noAnswers} hint={words.noAnswersHint} />
  return (
    <>
      {answers.map(({ id, name, question, answer }) => (
        <View key={id} className={cx(styles.answered)}>
          <Text className={cx(styles.asker)}>{words.askedBy(name)}</Text>
          <Text className={cx(styles.question)}>{question}</Text>
          <Text className={cx(styles.answer)}>{answer}</Text>
        </View>
      ))}
    </>
  )
}

function AskForm({ state }: Pick<QuestionsSheetProps, 'state'>) {
  const words = useTalkWords()
  const { room, shelf, explaining } = state
  const { isUnderWay, send } = useOnce('chat', 'ask-question')
  const [question, setQuestion] = useState('')
  const [about, setAbout] = useState<ProductId | ''>(explaining[explaining.length - 1] ?? '')
  const products = shelf.map(({ id, name, position }) => ({ value: id, words: `${position} ${name}` }))

  async function ask(): Promise<void> {
    const product = about === '' ? {} : { productId: about }
    const answer = await send({ roomId: room.id, question: question.trim(), ...product })
    if (answer === null) return
    if (!answer.ok) {
      const { title, hint } = errorWords(answer.error.code)
      toast(`${title}，${hint}`)
      return
    }
    toast(words.asked)
    setQuestion('')
  }
  return (
    <View className={cx(styles.form)}>
      <Field
        label={words.ask}
        value={question}
        type="long"
        maxLength={MAX_CHAT_CHARS}
        placeholder={words.askPlaceholder}
        onInput={setQuestion}
      />
      {products.length > 0 && (
        <Chips<ProductId | ''>
          isLine
          label={words.about}
          chips={[{ value: '', words: words.aboutNothing }, ...products]}
          chosen={about}
          onChoose={setAbout}
        />
      )}
      <Button block disabled={question.trim() === ''} busy={isUnderWay} onTap={() => void ask()}>
        {words.sendQuestion}
      </Button>
    </View>
  )
}
