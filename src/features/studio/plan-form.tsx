import { Text, View } from '@tarojs/components'
import type { MerchantId, RoomId } from '@/domain/ids'
import { Button, cx, errorWords, Field } from '@/ui'
import { CoverPicker } from './cover-picker'
import styles from './plan-form.module.scss'
import { MAX_TITLE } from './room-plan'
import { StartPicker } from './start-picker'
import { usePlan } from './use-plan'
import { useStudioWords } from './words/studio'

interface PlanFormProps {
  readonly merchantId: MerchantId
  readonly onCreated: (roomId: RoomId) => void
}

const alert = { role: 'alert' }

/** The next show: what it is called, how it looks, when it begins. */
export function PlanForm({ merchantId, onCreated }: PlanFormProps) {
  const words = useStudioWords().plan
  const { plan, problems, failure, isCreating, change, create } = usePlan(merchantId, onCreated)
  const titleWords = { empty: words.nameEmpty, 'too-long': words.nameTooLong }
  const failureWords = failure === null ? null : errorWords(failure.code)
  return (
    <View className={cx(styles.form)}>
      <View className={cx(styles.card)}>
        <Field
          label={words.name}
          value={plan.title}
          placeholder={words.namePlaceholder}
          maxLength={MAX_TITLE + 1}
          error={problems.title === undefined ? undefined : titleWords[problems.title]}
          onInput={(title) => change({ title })}
        />
        <StartPicker start={plan.start} problem={problems.start} onChange={(start) => change({ start })} />
      </View>
      <View className={cx(styles.card)}>
        <CoverPicker
          merchantId={merchantId}
          coverUrl={plan.coverUrl}
          onChange={(coverUrl) => change({ coverUrl })}
        />
      </View>
      {Object.keys(problems).length > 0 && <Text className={cx(styles.error)}>{words.lookAbove}</Text>}
      {failureWords !== null && (
        <Text className={cx(styles.error)} {...alert}>{`${failureWords.title}，${failureWords.hint}`}</Text>
      )}
      <Button block size="l" busy={isCreating} onTap={() => void create()}>
        {words.submit}
      </Button>
    </View>
  )
}
