import { Text, View } from '@tarojs/components'
import { lowestPrice, type ShelfProduct } from '@/domain/product'
import { cx, Picture, Price, Tappable, useCopy } from '@/ui'
import styles from './explain-card.module.scss'
import { ExplainMark } from './explain-mark'
import { stockWords } from './stock-words'

export interface ExplainCardProps {
  readonly product: ShelfProduct
  readonly onBuy: (product: ShelfProduct) => void
}

/** What the host is talking about, one tap away from buying. */
export function ExplainCard({ product, onBuy }: ExplainCardProps) {
  const copy = useCopy()
  const stock = stockWords(product)
  const price = lowestPrice(product)
  const isGone = stock.kind === 'sold-out'
  return (
    <Tappable
      className={cx(styles.card, isGone && styles.gone)}
      label={isGone ? `${product.name} ${copy.shelf.soldOut}` : copy.shelf.buyLabel(product.name)}
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
        {stock.kind === 'few' && <Text className={cx(styles.few)}>{copy.shelf.left(stock.left)}</Text>}
        <View className={cx(styles.foot)}>
          {price !== null && <Price fen={price} from={product.skus.length > 1} />}
          <Text className={cx(styles.buy)}>{isGone ? copy.shelf.soldOut : copy.shelf.buy}</Text>
        </View>
      </View>
    </Tappable>
  )
}
