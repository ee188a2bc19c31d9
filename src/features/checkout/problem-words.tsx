import { Text, View } from '@tarojs/components'
import type { CallError } from '@/services/backend'
import { cx, Icon, useErrorWords } from '@/ui'
import styles from './choice-face.module.scss'

const alert = { role: 'alert' }

/** What went wrong, right where it can be put right. */
export function ProblemWords({ error }: { readonly error: CallError | null }) {
  const words = useErrorWords(error?.code ?? 'internal')
  if (error === null) return null
  return (
    <View className={cx(styles.problem)} {...alert}>
      <Icon name="alert" size="s" />
      <Text className={cx(styles.problemText)}>{`${words.title}，${words.hint}`}</Text>
    </View>
  )
}
