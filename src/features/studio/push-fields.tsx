import { Text, View } from '@tarojs/components'
import { Button, copyText, cx } from '@/ui'
import { maskedKey, type PushAddress } from './push-command'
import styles from './stream-view.module.scss'
import { useStudioWords } from './words/studio'

interface PushFieldsProps {
  readonly address: PushAddress
  readonly isShown: boolean
  readonly onShow: (isShown: boolean) => void
}

/** The two things OBS asks for. The key stays covered until it is asked for: hosts share their screens. */
export function PushFields({ address, isShown, onShow }: PushFieldsProps) {
  const words = useStudioWords().stream
  return (
    <>
      <View className={cx(styles.field)}>
        <Text className={cx(styles.label)}>{words.server}</Text>
        <Text className={cx(styles.value)} selectable userSelect>
          {address.server}
        </Text>
        <Button
          kind="secondary"
          size="s"
          label={words.copyServer}
          onTap={() => void copyText(address.server)}
        >
          {words.copy}
        </Button>
      </View>
      <View className={cx(styles.field)}>
        <Text className={cx(styles.label)}>{words.key}</Text>
        <Text className={cx(styles.value)} selectable userSelect>
          {isShown ? address.key : maskedKey(address.key)}
        </Text>
        <View className={cx(styles.fieldActions)}>
          <Button kind="ghost" size="s" onTap={() => onShow(!isShown)}>
            {isShown ? words.hide : words.show}
          </Button>
          <Button kind="secondary" size="s" label={words.copyKey} onTap={() => void copyText(address.key)}>
            {words.copy}
          </Button>
        </View>
      </View>
      <Text className={cx(styles.hint)}>{words.keyHint}</Text>
    </>
  )
}
