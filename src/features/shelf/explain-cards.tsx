import { Text, View } from '@tarojs/components'
import type { OffersNow } from '@/domain/offers-now'
import { isSoldOut, type ShelfProduct } from '@/domain/product'
import { cx, Picture, Tappable } from '@/ui'
import { ExplainCard } from './explain-card'
import styles from './explain-cards.module.scss'
import { ShelfPrice } from './shelf-price'
import { useShelfWords } from './words'

export interface ExplainCardsProps {
  /** What is explained, the newest first. */
  readonly products: readonly ShelfProduct[]
  readonly at: OffersNow
  readonly onBuy: (product: ShelfProduct) => void
}

/** The newest in a card of its own, and beside it, smaller, what it is shown together with. */
export function ExplainCards({ products, at, onBuy }: ExplainCardsProps) {
  const [newest, ...others] = products
  if (newest === undefined) return null
  return (
    <View className={cx(styles.cards)}>
      <ExplainCard key={newest.id} product={newest} at={at} onBuy={onBuy} />
      {others.length > 0 && (
        <View className={cx(styles.others)}>
          {others.map((product) => (
            <SmallCard key={product.id} product={product} at={at} onBuy={onBuy} />
          ))}
        </View>
      )}
    </View>
  )
}

interface SmallCardProps extends Omit<ExplainCardsProps, 'products'> {
  readonly product: ShelfProduct
}

function SmallCard({ product, at, onBuy }: SmallCardProps) {
  const words = useShelfWords()
  const isGone = isSoldOut(product)
  return (
    <Tappable
      className={cx(styles.small, isGone && styles.gone)}
      label={isGone ? `${product.name} ${words.soldOut}` : words.buyLabel(product.name)}
      isDisabled={isGone}
      onTap={() => {
        onBuy(product)
      }}
    >
      <Picture className={cx(styles.picture)} src={product.pictureUrl} alt="" isEager />
      <Text className={cx(styles.number)}>{String(product.position)}</Text>
      <View className={cx(styles.price)}>
        {isGone ? <Text>{words.soldOut}</Text> : <ShelfPrice product={product} at={at} size="s" isBare />}
      </View>
    </Tappable>
  )
}
