import { Text, View } from '@tarojs/components'
import type { ImportProblem } from '@/contracts/merchant/shelf'
import { cx, Icon } from '@/ui'
import { problemLine } from './problem-words'
import styles from './product-import-view.module.scss'
import { useImportWords } from './words/import'

/** Nobody corrects more at a time, and a phone draws no thousand rows. */
const MOST_SHOWN = 40

const alert = { role: 'alert' }

/** Row by row, in words, as the merchant's spreadsheet counts them. */
export function ProblemList({ problems }: { readonly problems: readonly ImportProblem[] }) {
  const words = useImportWords()
  const more = problems.length - MOST_SHOWN
  return (
    <View className={cx(styles.card)} {...alert}>
      <View className={cx(styles.headingRow)}>
        <Icon name="alert" tone="danger" />
        <Text className={cx(styles.heading)}>{words.problems(problems.length)}</Text>
      </View>
      <Text className={cx(styles.hint)}>{words.problemsHint}</Text>
      {problems.slice(0, MOST_SHOWN).map((problem, index) => {
        const { where, value, what } = problemLine(problem, words)
        return (
          <View key={index} className={cx(styles.problem)}>
            <Text className={cx(styles.where)}>{where}</Text>
            <View className={cx(styles.what)}>
              {value !== '' && <Text className={cx(styles.value)}>{value}</Text>}
              <Text>{what}</Text>
            </View>
          </View>
        )
      })}
      {more > 0 && <Text className={cx(styles.hint)}>{words.moreProblems(more)}</Text>}
    </View>
  )
}
