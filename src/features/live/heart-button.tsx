import { Text } from '@tarojs/components'
import { cx, Icon, Tappable, useCountText } from '@/ui'
import styles from './heart-button.module.scss'
import { useLiveWords } from './words'

export interface HeartButtonProps {
  /** Everybody's, one's own just now included. */
  readonly likes: number
  readonly onLike: () => void
}

export function HeartButton({ likes, onLike }: HeartButtonProps) {
  const words = useLiveWords()
  const countText = useCountText()
  return (
    <Tappable className={cx(styles.heart)} label={words.like} onTap={onLike}>
      <Icon name="heart" size="l" />
      {likes > 0 && <Text className={cx(styles.count)}>{countText(likes)}</Text>}
    </Tappable>
  )
}
