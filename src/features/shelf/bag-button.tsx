import { Text } from '@tarojs/components'
import { cx, Icon, Tappable, useCopy } from '@/ui'
import styles from './bag-button.module.scss'

export interface BagButtonProps {
  readonly count: number
  readonly onTap: () => void
}

export function BagButton({ count, onTap }: BagButtonProps) {
  const copy = useCopy()
  return (
    <Tappable className={cx(styles.bag)} label={copy.shelf.bag(count)} onTap={onTap}>
      <Icon name="bag" size="l" />
      {count > 0 && <Text className={cx(styles.count)}>{String(count)}</Text>}
    </Tappable>
  )
}
