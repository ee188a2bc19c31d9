import { Text } from '@tarojs/components'
import { cx, Icon, Tappable, useCopy, useCountText } from '@/ui'
import styles from './heart-button.module.scss'

export interface HeartButtonProps {
  /** Everybody's, one's own just now included. */
  readonly likes: number
  readonly onLike: () => void
}

export function HeartButton({ likes, onLike }: HeartButtonProps) {
  const copy = useCopy()
  const countText = useCountText()
  return (
    <Tappable className={cx(styles.heart)} label={copy.live.like} onTap={onLike}>
      <Icon name="heart" size="l" />
      {likes > 0 && <Text className={cx(styles.count)}>{countText(likes)}</Text>}
    </Tappable>
  )
}
