import { Text, View } from '@tarojs/components'
import type { OrderLine, ShopOrder } from '@/contracts/orders'
import { cx, hourText, Icon, Picture, Price, Tag, Tappable } from '@/ui'
import { ORDER_TONES } from './order-tones'
import styles from './shop-order-card.module.scss'
import { countOf } from './units'
import { useShopOrderWords } from './words'

export interface ShopOrderCardProps {
  readonly order: ShopOrder
  readonly isNews?: boolean
  /** It is the one whose details are shown beside the list. */
  readonly isOpen?: boolean
  readonly onOpen: (order: ShopOrder) => void
}

/** More are told by their number; the details have them all. */
const MOST_LINES = 3

export function ShopOrderCard({ order, isNews = false, isOpen = false, onOpen }: ShopOrderCardProps) {
  const words = useShopOrderWords()
  const { sharedBy } = order
  return (
    <Tappable
      className={cx(styles.card, isNews && styles.news, isOpen && styles.open)}
      label={words.see(order.buyerName, words.status[order.status])}
      onTap={() => onOpen(order)}
    >
      <View className={cx(styles.head)}>
        {isNews && <Tag tone="brand">{words.news}</Tag>}
        <Text className={cx(styles.buyer)}>{order.buyerName}</Text>
        <Text className={cx(styles.from)}>{words.buyerFrom[order.buyerHost]}</Text>
        <Text className={cx(styles.at)}>{hourText(order.createdAt)}</Text>
        <Tag tone={ORDER_TONES[order.status]}>{words.status[order.status]}</Tag>
      </View>
      {order.lines.slice(0, MOST_LINES).map((line) => (
        <Line key={line.line} line={line} />
      ))}
      <View className={cx(styles.foot)}>
        <RefundMark order={order} />
        <Text className={cx(styles.pieces)}>{words.pieces(countOf(order.lines))}</Text>
        <Price fen={order.total} size="s" />
      </View>
      {sharedBy !== null && (
        <View className={cx(styles.shared)}>
          <Icon name="share" size="s" />
          <Text>{words.sharedBy(sharedBy.nickname, words.buyerFrom[sharedBy.channel])}</Text>
        </View>
      )}
    </Tappable>
  )
}

function Line({ line }: { readonly line: OrderLine }) {
  const words = useShopOrderWords()
  return (
    <View className={cx(styles.line)}>
      <Picture src={line.pictureUrl} alt="" className={styles.picture} />
      <View className={cx(styles.about)}>
        <Text className={cx(styles.name)}>{line.productName}</Text>
        <Text className={cx(styles.kind)}>{`${line.skuName} ${words.quantity(line.quantity)}`}</Text>
      </View>
    </View>
  )
}

/** What the shop must not overlook, whatever the order's own status. */
function RefundMark({ order }: Pick<ShopOrderCardProps, 'order'>) {
  const words = useShopOrderWords()
  const isFailed = order.refunds.some(({ status }) => status === 'failed')
  const isAsked = order.refunds.some(({ status }) => status === 'requested')
  if (!isFailed && !isAsked) return null
  return <Tag tone="brand">{isFailed ? words.refundFailed : words.refundWaits}</Tag>
}
