import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { Output } from '@/contracts'
import { backend } from '@/services/backend'
import { knownValue, useServerTruth } from '@/services/server-truth'
import { cx, Icon, Tappable } from '@/ui'
import styles from './answer-row.module.scss'
import type { ClipsOfProduct } from './clip-row'
import row from './clip-row.module.scss'
import { useReplayWords } from './words'

type Answer = Output<'chat', 'list-answers'>['answers'][number]

/** What hosts have answered about a product, and where they said it; nothing where nobody has asked. */
export function AnswerRow({ productId, onWatch }: ClipsOfProduct) {
  const words = useReplayWords()
  const [isOpen, setOpen] = useState(false)
  const load = useCallback(() => backend.call('chat', 'list-answers', { productId }), [productId])
  const answers = knownValue(useServerTruth(load).truth)?.answers ?? []
  if (answers.length === 0) return null
  return (
    <View className={cx(styles.part)}>
      <Tappable className={cx(row.clip)} onTap={() => setOpen(!isOpen)}>
        <Icon name="chat" size="s" tone="brand" />
        <Text className={cx(row.words)}>{words.answers(answers.length)}</Text>
        <Text className={cx(row.title)}>{isOpen ? '' : answers[0]?.question}</Text>
        <Icon name={isOpen ? 'down' : 'next'} size="s" tone="soft" />
      </Tappable>
      {isOpen && answers.map((answer) => <One key={answer.id} answer={answer} onWatch={onWatch} />)}
    </View>
  )
}

function One({ answer, onWatch }: { readonly answer: Answer } & Pick<ClipsOfProduct, 'onWatch'>) {
  const words = useReplayWords()
  const { question, watch } = answer
  return (
    <View className={cx(styles.one)}>
      <Text className={cx(styles.question)}>{question}</Text>
      <Text className={cx(styles.answer)}>{answer.answer}</Text>
      {watch !== null && (
        <Tappable
          className={cx(styles.watch)}
          label={words.answeredThereLabel(question)}
          onTap={() => onWatch(watch.roomId, watch.from)}
        >
          <Icon name="play" size="s" tone="brand" />
          <Text>{words.answeredThere}</Text>
        </Tappable>
      )}
    </View>
  )
}
