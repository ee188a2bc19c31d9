import { Text, View } from '@tarojs/components'
import type { SkuId } from '@/domain/ids'
import type { ShelfProduct, Sku } from '@/domain/product'
import { cx, priceText, Tappable, useCopy } from '@/ui'
import styles from './sku-chips.module.scss'

interface SkuChipsProps {
  readonly product: ShelfProduct
  readonly chosenId: SkuId | null
  readonly onChoose: (id: SkuId) => void
}

const haveOnePrice = (skus: readonly Sku[]): boolean => new Set(skus.map(({ price }) => price)).size <= 1

export function SkuChips({ product, chosenId, onChoose }: SkuChipsProps) {
  const words = useCopy().checkout
  const isPriceShown = !haveOnePrice(product.skus)
  const list = { role: 'listbox', 'aria-label': words.kinds }
  return (
    <View className={cx(styles.section)}>
      <Text className={cx(styles.label)}>{words.kinds}</Text>
      <View className={cx(styles.chips)} {...list}>
        {product.skus.map((sku) => {
          const isSoldOut = sku.available === 0
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
              {!isSoldOut && isPriceShown && <Text className={cx(styles.price)}>{priceText(sku.price)}</Text>}
            </Tappable>
          )
        })}
      </View>
    </View>
  )
}
