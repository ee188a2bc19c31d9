import { Text, View } from '@tarojs/components'
import type { Fen } from '@/domain/money'
import type { CallError } from '@/services/backend'
import { cx, Icon, priceText, useErrorWords } from '@/ui'
import styles from './choice-face.module.scss'
import { useCheckoutWords } from './words'

const alert = { role: 'alert' }

interface ProblemWordsProps {
  readonly error: CallError | null
  /** What it was said to cost, and what it costs. */
  readonly change?: { readonly before: Fen; readonly now: Fen } | null
}

/** What went wrong, right where it can be put right. */
export function ProblemWords({ error, change = null }: ProblemWordsProps) {
  const words = useErrorWords(error?.code ?? 'internal')
  const checkoutWords = useCheckoutWords()
  if (error === null) return null
  const amounts =
    change === null ? '' : checkoutWords.priceChange(priceText(change.before), priceText(change.now))
  const hint = error.left === undefined ? words.hint : checkoutWords.canHave(error.left)
  return (
    <View className={cx(styles.problem)} {...alert}>
      <Icon name="alert" size="s" />
      <Text className={cx(styles.problemText)}>{`${words.title}${amounts}，${hint}`}</Text>
    </View>
  )
}
