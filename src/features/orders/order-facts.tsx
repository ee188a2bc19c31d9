import { Text, View } from '@tarojs/components'
import type { Order } from '@/contracts/orders'
import type { RoomId } from '@/domain/ids'
import { copyText, cx, dateTimeText, Fact, Icon, Price, priceText, Tappable } from '@/ui'
import { LineMarks } from './line-marks'
import styles from './order-facts.module.scss'
import { OrderLine } from './order-line'
import { useOrderWords } from './words/order'

interface OrderProps {
  readonly order: Order
}

export function DeliverCard({ order }: OrderProps) {
  const { name, phone, region, detail } = order.deliverTo
  return (
    <View className={cx(styles.card, styles.deliver)}>
      <Icon name="place" tone="brand" />
      <View className={cx(styles.where)}>
        <Text className={cx(styles.who)}>{`${name}  ${phone}`}</Text>
        <Text className={cx(styles.address)}>{`${region} ${detail}`}</Text>
      </View>
    </View>
  )
}

interface LinesCardProps extends OrderProps {
  readonly onRoom: (roomId: RoomId) => void
}

export function LinesCard({ order, onRoom }: LinesCardProps) {
  const words = useOrderWords()
  const { roomId } = order
  return (
    <View className={cx(styles.card)}>
      <View className={cx(styles.shop)}>
        <Icon name="store" size="s" tone="soft" />
        <Text className={cx(styles.shopName)}>{order.merchantName}</Text>
        {roomId !== null && (
          <Tappable className={styles.link} onTap={() => onRoom(roomId)}>
            <Text>{words.backToRoom}</Text>
            <Icon name="next" size="s" />
          </Tappable>
        )}
      </View>
      {order.lines.map((line) => (
        <OrderLine key={line.line} line={line} marks={<LineMarks line={line} />} />
      ))}
    </View>
  )
}

/** How the sum came about. */
export function AmountsCard({ order }: OrderProps) {
  const words = useOrderWords()
  const { goods, discount, freight, total, couponTitle } = order
  const sum = order.paidAt !== null ? 'paid' : order.status === 'awaiting-payment' ? 'due' : 'unpaid'
  return (
    <View className={cx(styles.card)}>
      <Fact label={words.goodsTotal}>
        <Price fen={goods} size="s" className={styles.plain} />
      </Fact>
      {discount > 0 && (
        <Fact label={couponTitle === null ? words.discount : words.coupon(couponTitle)}>
          <Text>{`−${priceText(discount)}`}</Text>
        </Fact>
      )}
      <Fact label={words.delivery}>
        {freight === 0 ? (
          <Text>{words.deliveryFree}</Text>
        ) : (
          <Price fen={freight} size="s" className={styles.plain} />
        )}
      </Fact>
      <Fact label={words.sums[sum]}>
        <Price fen={total} size="m" />
      </Fact>
    </View>
  )
}

export function InfoCard({ order }: OrderProps) {
  const words = useOrderWords()
  return (
    <View className={cx(styles.card)}>
      <Fact label={words.number}>
        <Tappable className={styles.copy} label={words.copyNumber} onTap={() => void copyText(order.id)}>
          <Text className={cx(styles.number)}>{order.id}</Text>
          <Icon name="copy" size="s" tone="soft" />
        </Tappable>
      </Fact>
      <Fact label={words.createdAt}>
        <Text>{dateTimeText(order.createdAt)}</Text>
      </Fact>
      {order.paidAt !== null && (
        <Fact label={words.paidAt}>
          <Text>{dateTimeText(order.paidAt)}</Text>
        </Fact>
      )}
      {order.paidBy !== null && (
        <Fact label={words.paidBy}>
          <Text>{words.wallets[order.paidBy]}</Text>
        </Fact>
      )}
      {order.receivedAt !== null && (
        <Fact label={words.receivedAt}>
          <Text>{dateTimeText(order.receivedAt)}</Text>
        </Fact>
      )}
      {order.closedAt !== null && (
        <Fact label={words.closedAt}>
          <Text>{dateTimeText(order.closedAt)}</Text>
        </Fact>
      )}
    </View>
  )
}
