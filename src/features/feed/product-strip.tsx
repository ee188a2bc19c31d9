import { Text, View } from '@tarojs/components'
import { isSoldOut, lowestPrice, type Product } from '@/domain/product'
import { cx, Picture, Price } from '@/ui'
import { useFeedWords } from './words'
import styles from './product-strip.module.scss'

/** Up to three products of a room, with what they cost. */
export function ProductStrip({ products }: { readonly products: readonly Product[] }) {
  if (products.length === 0) return null
  return (
    <View className={cx(styles.strip)}>
      {products.slice(0, 3).map((product) => (
        <Thumb key={product.id} product={product} />
      ))}
    </View>
  )
}

function Thumb({ product }: { readonly product: Product }) {
  const words = useFeedWords()
  const price = lowestPrice(product)
  return (
    <View className={cx(styles.thumb)}>
      <Picture className={cx(styles.picture)} src={product.pictureUrl} alt={product.name} />
      {isSoldOut(product) && <Text className={cx(styles.gone)}>{words.soldOut}</Text>}
      {price !== null && <Price className={cx(styles.price)} fen={price} size="s" />}
    </View>
  )
}
