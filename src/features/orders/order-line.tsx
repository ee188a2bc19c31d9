import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderLine as Line } from '@/contracts/orders'
import { cx, Picture, Price } from '@/ui'
import styles from './order-line.module.scss'

interface OrderLineProps {
  readonly line: Line
  /** More about its price and where it is. */
  readonly marks?: ReactNode
}

/** One kind of goods in an order, as it was when it was bought. */
export function OrderLine({ line, marks }: OrderLineProps) {
  return (
    <View className={cx(styles.line)}>
      <Picture src={line.pictureUrl} alt="" className={styles.picture} />
      <View className={cx(styles.about)}>
        <Text className={cx(styles.name)}>{line.productName}</Text>
        <Text className={cx(styles.kind)}>{line.skuName}</Text>
        {marks}
      </View>
      <View className={cx(styles.figures)}>
        <Price fen={line.price} size="s" className={styles.price} />
        <Text className={cx(styles.quantity)}>{`×${line.quantity}`}</Text>
      </View>
    </View>
  )
}
