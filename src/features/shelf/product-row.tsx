import { Text, View } from '@tarojs/components'
import { asksFor } from '@/domain/explain-asks'
import type { OffersNow } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { Button, cx, Picture } from '@/ui'
import { AskChip, type Asking } from './ask-chip'
import { ExplainMark } from './explain-mark'
import { FlashLine } from './flash-line'
import styles from './product-row.module.scss'
import { ShelfPrice } from './shelf-price'
import { stockWords } from './stock-words'
import { useShelfWords } from './words'

export interface ProductRowProps {
  readonly product: ShelfProduct
  readonly at: OffersNow
  readonly isExplained: boolean
  /** False before the show: it is sold from its start on, and in its replay. */
  readonly isOnSale: boolean
  readonly asking: Asking | null
  readonly onBuy: (product: ShelfProduct) => void
}

export function ProductRow({ product, at, isExplained, isOnSale, asking, onBuy }: ProductRowProps) {
  const words = useShelfWords()
  const stock = stockWords(product)
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
        <FlashLine productId={product.id} at={at} />
        <Facts product={product} asking={isExplained ? null : asking} />
        <View className={cx(styles.foot)}>
          <ShelfPrice product={product} at={at} />
          <Button
            size="s"
            className={cx(styles.buy)}
            label={isGone ? `${product.name} ${words.soldOut}` : words.buyLabel(product.name)}
            disabled={isGone || !isOnSale}
            onTap={() => {
              onBuy(product)
            }}
          >
            {isGone ? words.soldOut : isOnSale ? words.buy : words.notYet}
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
  const words = useShelfWords()
  const stock = stockWords(product)
  const wanted = asking === null ? 0 : asksFor(asking.asks, product.id)
  return (
    <View className={cx(styles.facts)}>
      {product.skus.length > 1 && <Text className={cx(styles.fact)}>{words.kinds(product.skus.length)}</Text>}
      {stock.kind === 'few' && <Text className={cx(styles.fact, styles.few)}>{words.left(stock.left)}</Text>}
      {wanted > 0 && <Text className={cx(styles.fact)}>{words.wanted(wanted)}</Text>}
      {asking !== null && <AskChip product={product} asking={asking} />}
    </View>
  )
}
