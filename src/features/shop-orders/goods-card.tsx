import { Text, View } from '@tarojs/components'
import type { OrderLine, ShopOrder } from '@/contracts/orders'
import { cx, Fact, Picture, Price, priceText, Tag } from '@/ui'
import styles from './facts.module.scss'
import { useShopOrderWords } from './words'

/** What was bought, and how its price came to be: `goods − discount + freight = total`. */
export function GoodsCard({ order }: { readonly order: ShopOrder }) {
  const words = useShopOrderWords()
  const { couponTitle, discount, freight } = order
  return (
    <View className={cx(styles.card)}>
      {order.lines.map((line) => (
        <GoodsLine key={line.line} line={line} />
      ))}
      <View className={cx(styles.sum)}>
        <Fact label={words.goodsTotal}>
          <Price fen={order.goods} size="s" className={styles.plain} />
        </Fact>
        {discount > 0 && (
          <Fact label={couponTitle === null ? words.discount : words.coupon(couponTitle)}>
            <Text>{`−${priceText(discount)}`}</Text>
          </Fact>
        )}
        <Fact label={words.freight}>
          <Text>{freight === 0 ? words.freightFree : priceText(freight)}</Text>
        </Fact>
        <Fact label={order.paidAt === null ? words.total.due : words.total.paid}>
          <Price fen={order.total} size="m" />
        </Fact>
      </View>
    </View>
  )
}

function GoodsLine({ line }: { readonly line: OrderLine }) {
  const words = useShopOrderWords()
  const kind = words.priceKinds[line.priceKind]
  return (
    <View className={cx(styles.line)}>
      <Picture src={line.pictureUrl} alt="" className={styles.picture} />
      <View className={cx(styles.about)}>
        <Text className={cx(styles.name)}>{line.productName}</Text>
        <Text className={cx(styles.soft)}>{line.skuName}</Text>
        <View className={cx(styles.marks)}>
          {kind !== '' && <Tag tone="brand">{kind}</Tag>}
          {line.shipped > 0 && <Tag tone="good">{words.lineShipped(line.shipped)}</Tag>}
          {line.refunded > 0 && <Tag tone="muted">{words.lineRefunded(line.refunded)}</Tag>}
        </View>
      </View>
      <View className={cx(styles.figures)}>
        <Price fen={line.price} size="s" className={styles.plain} />
        <Text className={cx(styles.soft)}>{words.quantity(line.quantity)}</Text>
        {line.regularPrice > line.price && (
          <Text className={cx(styles.soft)}>{words.regularPrice(priceText(line.regularPrice))}</Text>
        )}
        {line.discount > 0 && (
          <Text className={cx(styles.soft)}>{words.lineDiscount(priceText(line.discount))}</Text>
        )}
      </View>
    </View>
  )
}
