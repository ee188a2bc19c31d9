import { Text } from '@tarojs/components'
import { type Fen, formatYuan } from '@/domain/money'
import { cx } from './cx'
import { useCopy } from './copy/use-copy'
import styles from './price.module.scss'

export interface PriceProps {
  readonly fen: Fen
  readonly size?: 's' | 'm' | 'l'
  /** The product has dearer kinds too. */
  readonly from?: boolean
  readonly className?: string | undefined
}

/** `¥29.9`, `¥128`: as price tags write it, without zeros nobody says. */
export const priceText = (fen: Fen): string => `¥${formatYuan(fen).replace(/\.?0+$/, '')}`

export function Price({ fen, size = 'm', from = false, className }: PriceProps) {
  const copy = useCopy()
  const [yuan = '', cents] = priceText(fen).slice(1).split('.')
  return (
    <Text className={cx(styles.price, styles[`size-${size}`], className)}>
      {from && copy.common.priceFromBefore !== '' && (
        <Text className={cx(styles.from)}>{copy.common.priceFromBefore}</Text>
      )}
      <Text className={cx(styles.small)}>¥</Text>
      <Text className={cx(styles.yuan)}>{yuan}</Text>
      {cents !== undefined && <Text className={cx(styles.small)}>{`.${cents}`}</Text>}
      {from && copy.common.priceFromAfter !== '' && (
        <Text className={cx(styles.from)}>{copy.common.priceFromAfter}</Text>
      )}
    </Text>
  )
}
