import { Text, View } from '@tarojs/components'
import type { OrderLine } from '@/contracts/orders'
import { cx, priceText, Tag } from '@/ui'
import styles from './order-line.module.scss'
import { useOrderWords } from './words/order'

/** Why it cost what it cost, and how much of it was sent or given back. */
export function LineMarks({ line }: { readonly line: OrderLine }) {
  const words = useOrderWords()
  const { price, regularPrice, priceKind, discount, shipped, refunded, quantity } = line
  const isPart = shipped > 0 && shipped < quantity
  const isSpecial = priceKind !== 'regular' || regularPrice > price || discount > 0
  if (!isSpecial && !isPart && refunded === 0) return null
  return (
    <View className={cx(styles.marks)}>
      {priceKind !== 'regular' && <Tag tone="brand">{words.priceKinds[priceKind]}</Tag>}
      {regularPrice > price && (
        <Text className={cx(styles.crossed)} aria-label={words.regularPrice(priceText(regularPrice))}>
          {priceText(regularPrice)}
        </Text>
      )}
      {discount > 0 && <Text className={cx(styles.mark)}>{words.lineDiscount(priceText(discount))}</Text>}
      {isPart && <Text className={cx(styles.mark)}>{words.lineShipped(shipped)}</Text>}
      {refunded > 0 && <Text className={cx(styles.mark)}>{words.lineRefunded(refunded)}</Text>}
    </View>
  )
}
