import { Text, View } from '@tarojs/components'
import { filePicker } from '@/platform'
import type { PickFailure } from '@/platform/ports/file-picker'
import { Button, cx } from '@/ui'
import styles from './plan-form.module.scss'
import { useStudioWords } from './words/studio'

interface PickWordsProps {
  readonly failure: Exclude<PickFailure, 'cancelled'>
  /** The person is back from the host's settings, and can pick again. */
  readonly onSettingsSeen: () => void
}

const alert = { role: 'alert' }

/** Why nothing was picked, and the way to where it can be allowed. */
export function PickWords({ failure, onSettingsSeen }: PickWordsProps) {
  const words = useStudioWords()
  return (
    <View>
      <Text className={cx(styles.error)} {...alert}>
        {words.pick[failure]}
      </Text>
      {failure === 'denied' && filePicker.openSettings !== undefined && (
        <View className={cx(styles.settings)}>
          <Button
            kind="secondary"
            size="s"
            onTap={() => {
              void filePicker.openSettings?.().then((wereSeen) => {
                if (wereSeen) onSettingsSeen()
              })
            }}
          >
            {words.openSettings}
          </Button>
        </View>
      )}
    </View>
  )
}
