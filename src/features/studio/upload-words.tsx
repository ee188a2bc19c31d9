import { Text } from '@tarojs/components'
import { cx, errorWords, useCopy } from '@/ui'
import styles from './plan-form.module.scss'
import type { UploadProblem } from './use-upload'

const alert = { role: 'alert' }

/** Why a picture is not there, and what to do. */
export function UploadWords({ problem }: { readonly problem: UploadProblem | null }) {
  const copy = useCopy()
  if (problem === null) return null
  const text =
    problem.kind === 'pick'
      ? copy.studio.pick[problem.failure]
      : `${copy.productImport.picturesFailed(problem.names.join('、'))}。${errorWords(problem.error.code).hint}`
  return (
    <Text className={cx(styles.error)} {...alert}>
      {text}
    </Text>
  )
}
