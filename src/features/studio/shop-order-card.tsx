import { Text, View } from '@tarojs/components'
import type { ShopOrder } from '@/contracts/orders'
import { cx, hourText, Icon, Picture, Price, Tag, useCopy } from '@/ui'
import styles from './console-orders.module.scss'

const TONES = { 'awaiting-payment': 'warn', paid: 'good', closed: 'muted' } as const

interface ShopOrderCardProps {
  readonly order: ShopOrder
  readonly isNews: boolean
}

export function ShopOrderCard({ order, isNews }: ShopOrderCardProps) {
  const copy = useCopy()
  const words = copy.studio.console
  const { sharedBy } = order
  return (
    <View className={cx(styles.card, isNews && styles.news)}>
      <View className={cx(styles.head)}>
        {isNews && <Tag tone="brand">{words.newOrder}</Tag>}
        <Text className={cx(styles.buyer)}>{order.buyerName}</Text>
        <Text className={cx(styles.from)}>{words.buyerFrom[order.buyerHost]}</Text>
        <Text className={cx(styles.at)}>{hourText(order.createdAt)}</Text>
        <Tag tone={TONES[order.status]}>{copy.orders.status[order.status]}</Tag>
      </View>
      {order.lines.map((line) => (
        <View key={line.skuId} className={cx(styles.line)}>
          <Picture src={line.pictureUrl} alt="" className={styles.picture} />
          <View className={cx(styles.about)}>
            <Text className={cx(styles.name)}>{line.productName}</Text>
            <Text className={cx(styles.kind)}>{`${line.skuName} ${words.quantity(line.quantity)}`}</Text>
          </View>
          <Price fen={order.total} size="s" />
        </View>
      ))}
      {sharedBy !== null && (
        <View className={cx(styles.shared)}>
          <Icon name="share" size="s" />
          <Text>{words.sharedBy(sharedBy.nickname, words.buyerFrom[sharedBy.channel])}</Text>
        </View>
      )}
    </View>
  )
}
