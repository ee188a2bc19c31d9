import { Text } from '@tarojs/components'
import { cx, Icon, Tappable } from '@/ui'
import styles from './bag-button.module.scss'
import { useShelfWords } from './words'

export interface BagButtonProps {
  readonly count: number
  readonly onTap: () => void
}

export function BagButton({ count, onTap }: BagButtonProps) {
  const words = useShelfWords()
  return (
    <Tappable className={cx(styles.bag)} label={words.bag(count)} onTap={onTap}>
      <Icon name="bag" size="l" />
      {count > 0 && <Text className={cx(styles.count)}>{String(count)}</Text>}
    </Tappable>
  )
}
