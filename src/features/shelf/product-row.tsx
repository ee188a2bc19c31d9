import { Text, View } from '@tarojs/components'
import { asksFor } from '@/domain/explain-asks'
import { lowestPrice, type ShelfProduct } from '@/domain/product'
import { Button, cx, Picture, Price, useCopy } from '@/ui'
import { AskChip, type Asking } from './ask-chip'
import { ExplainMark } from './explain-mark'
import styles from './product-row.module.scss'
import { stockWords } from './stock-words'

export interface ProductRowProps {
  readonly product: ShelfProduct
  readonly isExplained: boolean
  /** False where buying is over: the shelf of an ended show. */
  readonly isOnSale: boolean
  readonly asking: Asking | null
  readonly onBuy: (product: ShelfProduct) => void
}

export function ProductRow({ product, isExplained, isOnSale, asking, onBuy }: ProductRowProps) {
  const copy = useCopy()
  const stock = stockWords(product)
  const price = lowestPrice(product)
  const isGone = stock.kind === 'sold-out'
  return (
    <View className={cx(styles.row, isExplained && styles.explained, isGone && styles.gone)}>
      <View className={cx(styles.frame)}>
        <Picture className={cx(styles.picture)} src={product.pictureUrl} alt="" />
        <Text className={cx(styles.number)}>{String(product.position)}</Text>
        {isExplained && <ExplainMark className={cx(styles.mark)} />}
      </View>
      <View className={cx(styles.words)}>
        <Text className={cx(styles.name)}>{product.name}</Text>
        <Facts product={product} asking={isExplained ? null : asking} />
        <View className={cx(styles.foot)}>
          {price !== null && <Price fen={price} from={product.skus.length > 1} />}
          <Button
            size="s"
            className={cx(styles.buy)}
            label={isGone ? `${product.name} ${copy.shelf.soldOut}` : copy.shelf.buyLabel(product.name)}
            disabled={isGone || !isOnSale}
            onTap={() => {
              onBuy(product)
            }}
          >
            {isGone ? copy.shelf.soldOut : isOnSale ? copy.shelf.buy : copy.shelf.over}
          </Button>
        </View>
      </View>
    </View>
  )
}

interface FactsProps {
  readonly product: ShelfProduct
  readonly asking: Asking | null
}

function Facts({ product, asking }: FactsProps) {
  const copy = useCopy()
  const stock = stockWords(product)
  const wanted = asking === null ? 0 : asksFor(asking.asks, product.id)
  return (
    <View className={cx(styles.facts)}>
      {product.skus.length > 1 && (
        <Text className={cx(styles.fact)}>{copy.shelf.kinds(product.skus.length)}</Text>
      )}
      {stock.kind === 'few' && (
        <Text className={cx(styles.fact, styles.few)}>{copy.shelf.left(stock.left)}</Text>
      )}
      {wanted > 0 && <Text className={cx(styles.fact)}>{copy.shelf.wanted(wanted)}</Text>}
      {asking !== null && <AskChip product={product} asking={asking} />}
    </View>
  )
}
