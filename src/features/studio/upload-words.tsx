import { Text } from '@tarojs/components'
import { cx, errorWords } from '@/ui'
import { PickWords } from './pick-words'
import styles from './plan-form.module.scss'
import type { UploadProblem } from '@/services/pictures'
import { useImportWords } from './words/import'

interface UploadWordsProps {
  readonly problem: UploadProblem | null
  readonly onSettingsSeen: () => void
}

const alert = { role: 'alert' }

/** Why a picture is not there, and what to do. */
export function UploadWords({ problem, onSettingsSeen }: UploadWordsProps) {
  const words = useImportWords()
  if (problem === null) return null
  if (problem.kind === 'pick') return <PickWords failure={problem.failure} onSettingsSeen={onSettingsSeen} />
  return (
    <Text className={cx(styles.error)} {...alert}>
      {`${words.picturesFailed(problem.names.join('、'))}。${errorWords(problem.error.code).hint}`}
    </Text>
  )
}
