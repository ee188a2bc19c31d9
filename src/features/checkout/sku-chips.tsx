import { Text, View } from '@tarojs/components'
import type { SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { isPriceHidden, type OffersNow, priceOf } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { cx, priceText, Tappable } from '@/ui'
import styles from './sku-chips.module.scss'
import { useCheckoutWords } from './words'

interface SkuChipsProps {
  readonly product: ShelfProduct
  readonly at: OffersNow
  readonly chosenId: SkuId | null
  /** What the chosen one costs now, as it was quoted. */
  readonly chosenPrice: Fen | null
  readonly onChoose: (id: SkuId) => void
}

const haveOnePrice = ({ skus }: ShelfProduct, at: OffersNow): boolean =>
  new Set(skus.map((sku) => priceOf(sku, at).price)).size <= 1

export function SkuChips({ product, at, chosenId, chosenPrice, onChoose }: SkuChipsProps) {
  const words = useCheckoutWords()
  const isPriceShown = !haveOnePrice(product, at) && !isPriceHidden(at, product.id)
  const list = { role: 'listbox', 'aria-label': words.kinds }
  return (
    <View className={cx(styles.section)}>
      <Text className={cx(styles.label)}>{words.kinds}</Text>
      <View className={cx(styles.chips)} {...list}>
        {product.skus.map((sku) => {
          const isSoldOut = sku.available === 0
          const price = (sku.id === chosenId ? chosenPrice : null) ?? priceOf(sku, at).price
          return (
            <Tappable
              key={sku.id}
              role="option"
              className={cx(styles.chip, sku.id === chosenId && styles.chosen, isSoldOut && styles.soldOut)}
              isSelected={sku.id === chosenId}
              isDisabled={isSoldOut}
              {...(isSoldOut ? { label: words.kindSoldOut(sku.name) } : {})}
              onTap={() => onChoose(sku.id)}
            >
              <Text className={cx(styles.name)}>{sku.name}</Text>
              {isSoldOut && <Text className={cx(styles.note)}>{words.soldOut}</Text>}
              {!isSoldOut && isPriceShown && <Text className={cx(styles.price)}>{priceText(price)}</Text>}
            </Tappable>
          )
        })}
      </View>
    </View>
  )
}
