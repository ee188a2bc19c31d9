import { Text } from '@tarojs/components'
import { type Fen, formatYuan } from '@/domain/money'
import { cx } from './cx'
import { useCommonWords } from './words/common'
import styles from './price.module.scss'

export interface PriceProps {
  readonly fen: Fen
  readonly size?: 's' | 'm' | 'l'
  /** The product has dearer kinds too. */
  readonly from?: boolean
  /** What it costs at other times, crossed out. */
  readonly was?: Fen | undefined
  readonly className?: string | undefined
}

/** `¥29.9`, `¥128`: as price tags write it, without zeros nobody says. */
export const priceText = (fen: Fen): string => `¥${formatYuan(fen).replace(/\.?0+$/, '')}`

export function Price({ fen, size = 'm', from = false, was, className }: PriceProps) {
  const common = useCommonWords()
  const [yuan = '', cents] = priceText(fen).slice(1).split('.')
  return (
    <Text className={cx(styles.price, styles[`size-${size}`], className)}>
      {from && common.priceFromBefore !== '' && (
        <Text className={cx(styles.from)}>{common.priceFromBefore}</Text>
      )}
      <Text className={cx(styles.small)}>¥</Text>
      <Text className={cx(styles.yuan)}>{yuan}</Text>
      {cents !== undefined && <Text className={cx(styles.small)}>{`.${cents}`}</Text>}
      {from && common.priceFromAfter !== '' && (
        <Text className={cx(styles.from)}>{common.priceFromAfter}</Text>
      )}
      {was !== undefined && was > fen && (
        <Text className={cx(styles.was)} {...{ 'aria-label': common.priceWas(priceText(was)) }}>
          {priceText(was)}
        </Text>
      )}
    </Text>
  )
}

/** The host has not told it yet. */
export function HiddenPrice({ size = 'm', className }: Pick<PriceProps, 'size' | 'className'>) {
  const { priceHidden } = useCommonWords()
  return (
    <Text className={cx(styles.price, styles[`size-${size}`], className)} {...{ 'aria-label': priceHidden }}>
      <Text className={cx(styles.small)}>¥</Text>
      <Text className={cx(styles.yuan)}>？</Text>
    </Text>
  )
}
