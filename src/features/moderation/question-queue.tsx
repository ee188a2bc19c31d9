import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { Output } from '@/contracts'
import { MAX_ANSWER_CHARS, type Question } from '@/contracts/merchant/chat'
import type { ProductId, RoomId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { merchantBackend } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { asList, useServerTruth } from '@/services/server-truth'
import { Button, cx, errorWords, Field, ListFace, Sheet, Tag, toast } from '@/ui'
import { deskSkeleton } from './desk-skeleton'
import styles from './moderation.module.scss'
import { useModerationWords } from './words'

export interface QuestionQueueProps {
  readonly roomId: RoomId
  readonly nameOf: (productId: ProductId) => string | undefined
  readonly onChanged: () => void
  readonly onClose: () => void
}

const every = (): number => 5 * SECOND

/** What viewers have asked: what waits first, then what was answered. */
export function QuestionQueue({ roomId, nameOf, onChanged, onClose }: QuestionQueueProps) {
  const words = useModerationWords()
  const load = useCallback(() => merchantBackend.call('chat', 'list-questions', { roomId }), [roomId])
  const { truth, refresh } = useServerTruth<Output<'chat', 'list-questions'>>(load, every)
  const answered = (): void => {
    void refresh()
    onChanged()
  }
  return (
    <Sheet open title={words.questions} height="tall" onClose={onClose}>
      <View className={cx(styles.body)}>
        <ListFace
          state={asList(truth, ({ questions }) => questions.length === 0)}
          skeleton={deskSkeleton}
          empty={{ icon: 'chat', title: words.questionsEmpty, hint: words.questionsEmptyHint }}
          onRetry={() => void refresh()}
        >
          {({ questions }) => (
            <>
              {questions.map((question) => (
                <Asked
                  key={question.id}
                  question={question}
                  product={question.productId === null ? undefined : nameOf(question.productId)}
                  onAnswered={answered}
                />
              ))}
            </>
          )}
        </ListFace>
      </View>
    </Sheet>
  )
}

interface AskedProps {
  readonly question: Question
  readonly product: string | undefined
  readonly onAnswered: () => void
}

function Asked({ question, product, onAnswered }: AskedProps) {
  const words = useModerationWords()
  const { send, isUnderWay } = useMerchantOnce('chat', 'answer-question')
  const [draft, setDraft] = useState<string | null>(question.answer === null ? '' : null)
  async function answer(text: string): Promise<void> {
    const sent = await send({ questionId: question.id, answer: text.trim() })
    if (sent === null) return
    if (!sent.ok) {
      const { title, hint } = errorWords(sent.error.code)
      toast(`${title}，${hint}`)
      return
    }
    toast(words.answered)
    setDraft(null)
    onAnswered()
  }
  return (
    <View className={cx(styles.card)}>
      <View className={cx(styles.row)}>
        <Text className={cx(styles.soft)}>{words.askedBy(question.name)}</Text>
        {product !== undefined && <Tag tone="plain">{product}</Tag>}
      </View>
      <Text className={cx(styles.text)} selectable>
        {question.question}
      </Text>
      {draft === null ? (
        <View className={cx(styles.row)}>
          <Text className={cx(styles.answer)}>{question.answer ?? ''}</Text>
          <Button kind="ghost" size="s" onTap={() => setDraft(question.answer ?? '')}>
            {words.answerAgain}
          </Button>
        </View>
      ) : (
        <>
          <Field
            label={words.answer}
            value={draft}
            type="long"
            maxLength={MAX_ANSWER_CHARS}
            placeholder={words.answerPlaceholder}
            onInput={setDraft}
          />
          <View className={cx(styles.acts)}>
            <Button
              size="s"
              disabled={draft.trim() === ''}
              busy={isUnderWay}
              label={words.answerLabel(question.name)}
              onTap={() => void answer(draft)}
            >
              {words.answerSend}
            </Button>
          </View>
        </>
      )}
    </View>
  )
}
