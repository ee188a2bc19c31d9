import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Order } from '@/contracts/orders'
import type { RoomId } from '@/domain/ids'
import { copyText, cx, dateTimeText, Icon, Price, Tappable, useCopy } from '@/ui'
import styles from './order-facts.module.scss'
import { OrderLine } from './order-line'

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
  const words = useCopy().orders
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
        <OrderLine key={line.skuId} line={line} />
      ))}
    </View>
  )
}

interface FactProps {
  readonly label: string
  readonly children: ReactNode
}

function Fact({ label, children }: FactProps) {
  return (
    <View className={cx(styles.fact)}>
      <Text className={cx(styles.label)}>{label}</Text>
      <View className={cx(styles.value)}>{children}</View>
    </View>
  )
}

export function AmountsCard({ order }: OrderProps) {
  const words = useCopy().orders
  return (
    <View className={cx(styles.card)}>
      <Fact label={words.goodsTotal}>
        <Price fen={order.total} size="s" className={styles.plain} />
      </Fact>
      <Fact label={words.delivery}>
        <Text>{words.deliveryFree}</Text>
      </Fact>
      <Fact label={words.sums[order.paidAt === null ? order.status : 'paid']}>
        <Price fen={order.total} size="m" />
      </Fact>
    </View>
  )
}

export function RefundCard({ order }: OrderProps) {
  const words = useCopy().orders
  if (order.refund === null) return null
  return (
    <View className={cx(styles.card)}>
      <Fact label={words.refund}>
        <Price fen={order.refund.amount} size="m" />
      </Fact>
    </View>
  )
}

export function InfoCard({ order }: OrderProps) {
  const words = useCopy().orders
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
    </View>
  )
}
