import { Text, View } from '@tarojs/components'
import type { ShopOrder } from '@/contracts/orders'
import { copyText, cx, dateTimeText, Fact, Icon, Tappable } from '@/ui'
import styles from './facts.module.scss'
import { useShopOrderWords } from './words'

interface OrderProps {
  readonly order: ShopOrder
}

/** Who gets it and where, ready to be put on a label; who bought it, and who brought them. */
export function BuyerCard({ order }: OrderProps) {
  const words = useShopOrderWords()
  const { name, phone, region, detail } = order.deliverTo
  const { sharedBy } = order
  return (
    <View className={cx(styles.card)}>
      <View className={cx(styles.deliver)}>
        <Icon name="place" tone="brand" />
        <View className={cx(styles.where)}>
          <Text className={cx(styles.who)}>{`${name}  ${phone}`}</Text>
          <Text className={cx(styles.address)}>{`${region} ${detail}`}</Text>
        </View>
        <Tappable
          className={styles.iconButton}
          label={words.copyAddress}
          onTap={() => void copyText(`${name} ${phone} ${region}${detail}`)}
        >
          <Icon name="copy" />
        </Tappable>
      </View>
      <Fact label={words.buyer}>
        <Text>{`${order.buyerName} · ${words.buyerFrom[order.buyerHost]}`}</Text>
      </Fact>
      {sharedBy !== null && (
        <Text className={cx(styles.soft)}>
          {words.sharedBy(sharedBy.nickname, words.buyerFrom[sharedBy.channel])}
        </Text>
      )}
    </View>
  )
}

export function InfoCard({ order }: OrderProps) {
  const words = useShopOrderWords()
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
