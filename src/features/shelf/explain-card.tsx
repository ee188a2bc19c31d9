import { Text, View } from '@tarojs/components'
import type { OffersNow } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { cx, Picture, Tappable } from '@/ui'
import styles from './explain-card.module.scss'
import { ExplainMark } from './explain-mark'
import { FlashLine } from './flash-line'
import { ShelfPrice } from './shelf-price'
import { stockWords } from './stock-words'
import { useShelfWords } from './words'

export interface ExplainCardProps {
  readonly product: ShelfProduct
  readonly at: OffersNow
  readonly onBuy: (product: ShelfProduct) => void
}

/** What the host is talking about, one tap away from buying. */
export function ExplainCard({ product, at, onBuy }: ExplainCardProps) {
  const words = useShelfWords()
  const stock = stockWords(product)
  const isGone = stock.kind === 'sold-out'
  return (
    <Tappable
      className={cx(styles.card, isGone && styles.gone)}
      label={isGone ? `${product.name} ${words.soldOut}` : words.buyLabel(product.name)}
      isDisabled={isGone}
      onTap={() => {
        onBuy(product)
      }}
    >
      <View className={cx(styles.frame)}>
        <Picture className={cx(styles.picture)} src={product.pictureUrl} alt="" isEager />
        <Text className={cx(styles.number)}>{String(product.position)}</Text>
        <ExplainMark className={cx(styles.mark)} />
      </View>
      <View className={cx(styles.words)}>
        <Text className={cx(styles.name)}>{product.name}</Text>
        <FlashLine productId={product.id} at={at} />
        {stock.kind === 'few' && <Text className={cx(styles.few)}>{words.left(stock.left)}</Text>}
        <View className={cx(styles.foot)}>
          <ShelfPrice product={product} at={at} />
          <Text className={cx(styles.buy)}>{isGone ? words.soldOut : words.buy}</Text>
        </View>
      </View>
    </Tappable>
  )
}
