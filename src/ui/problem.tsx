import { Text } from '@tarojs/components'
import { cx } from './cx'
import { type FailureCode, useErrorWords } from './error-words'
import styles from './problem.module.scss'

interface ProblemProps {
  readonly failure: { readonly code: FailureCode } | null
}

const alert = { role: 'alert' }

/** Why something was not done, where it was tried. */
export function Problem({ failure }: ProblemProps) {
  return failure === null ? null : <Words code={failure.code} />
}

function Words({ code }: { readonly code: FailureCode }) {
  const { title, hint } = useErrorWords(code)
  return <ProblemText text={`${title}，${hint}`} />
}

/** The same for what no error code stands for: something missing, or a picker that gave nothing. */
export const ProblemText = ({ text }: { readonly text: string }) => (
  <Text className={cx(styles.problem)} {...alert}>
    {text}
  </Text>
)
