import { Text, View } from '@tarojs/components'
import { lowestPrice, type ShelfProduct, type Sku } from '@/domain/product'
import { cx, Picture, Price, Tag, useCopy } from '@/ui'
import styles from './choice-face.module.scss'

/** From here on a number says more than "in stock". */
const FEW = 20

interface ProductHeadProps {
  readonly product: ShelfProduct
  readonly sku: Sku | null
}

export function ProductHead({ product, sku }: ProductHeadProps) {
  const words = useCopy().checkout
  const price = sku?.price ?? lowestPrice(product)
  return (
    <View className={cx(styles.head)}>
      <Picture src={product.pictureUrl} alt="" className={styles.picture} isEager />
      <View className={cx(styles.about)}>
        <View className={cx(styles.priceRow)}>
          {price !== null && <Price fen={price} size="l" />}
          {sku !== null && <StockTag available={sku.available} />}
        </View>
        <Text className={cx(styles.name)}>{product.name}</Text>
        <Text className={cx(styles.chosen)}>{sku === null ? words.chooseKind : words.chosen(sku.name)}</Text>
      </View>
    </View>
  )
}

function StockTag({ available }: { readonly available: number }) {
  const words = useCopy().checkout
  if (available === 0) return <Tag tone="muted">{words.soldOut}</Tag>
  return available <= FEW ? (
    <Tag tone="warn">{words.left(available)}</Tag>
  ) : (
    <Tag tone="good">{words.inStock}</Tag>
  )
}
