import { Text, View } from '@tarojs/components'
import type { MerchantId } from '@/domain/ids'
import type { Product, Sku } from '@/domain/product'
import { cx, Picture, Price, Tappable } from '@/ui'
import styles from './offers.module.scss'
import { ProductList } from './product-list'
import { useOfferWords } from './words'

export interface SkuChoiceProps {
  readonly merchantId: MerchantId
  readonly onChoose: (sku: Sku, product: Product) => void
}

/** One kind of one product, out of all the shop sells. */
export function SkuChoice({ merchantId, onChoose }: SkuChoiceProps) {
  const words = useOfferWords().product
  return (
    <ProductList merchantId={merchantId}>
      {(product) => (
        <View className={cx(styles.block)}>
          <View className={cx(styles.row)}>
            <Picture src={product.pictureUrl} alt="" className={styles.picture} />
            <Text className={cx(styles.pickName)}>{product.name}</Text>
          </View>
          <View className={cx(styles.skus)}>
            {product.skus.map((sku) => (
              <Tappable
                key={sku.id}
                className={styles.sku}
                label={`${product.name} ${sku.name}`.trim()}
                onTap={() => onChoose(sku, product)}
              >
                <Text className={cx(styles.skuName)}>{sku.name === '' ? product.name : sku.name}</Text>
                <Text className={cx(styles.soft)}>{words.stock(sku.available)}</Text>
                <Price fen={sku.price} size="s" />
              </Tappable>
            ))}
          </View>
        </View>
      )}
    </ProductList>
  )
}
