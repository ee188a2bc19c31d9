import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Fen } from '@/domain/money'
import { type OffersNow, shownPrice } from '@/domain/offers-now'
import type { ShelfProduct, Sku } from '@/domain/product'
import { cx, HiddenPrice, Picture, Price, Tag } from '@/ui'
import styles from './choice-face.module.scss'
import { useCheckoutWords } from './words'

/** From here on a number says more than "in stock". */
const FEW = 20

interface ProductHeadProps {
  readonly product: ShelfProduct
  readonly sku: Sku | null
  readonly at: OffersNow
  readonly deal: ReactNode
  /** Of one unit, as it was quoted; null before that. */
  readonly price: Fen | null
}

export function ProductHead({ product, sku, at, deal, price: quoted }: ProductHeadProps) {
  const words = useCheckoutWords()
  const price = shownPrice(sku === null ? product : { ...product, skus: [sku] }, at)
  return (
    <View className={cx(styles.head)}>
      <Picture src={product.pictureUrl} alt="" className={styles.picture} isEager />
      <View className={cx(styles.about)}>
        <View className={cx(styles.priceRow)}>
          {price?.kind === 'hidden' && <HiddenPrice size="l" />}
          {price !== null && price.kind !== 'hidden' && (
            <Price fen={quoted ?? price.price} was={price.regular} size="l" />
          )}
          {sku !== null && <StockTag available={sku.available} />}
        </View>
        {deal}
        <Text className={cx(styles.name)}>{product.name}</Text>
        <Text className={cx(styles.chosen)}>{sku === null ? words.chooseKind : words.chosen(sku.name)}</Text>
      </View>
    </View>
  )
}

function StockTag({ available }: { readonly available: number }) {
  const words = useCheckoutWords()
  if (available === 0) return <Tag tone="muted">{words.soldOut}</Tag>
  return available <= FEW ? (
    <Tag tone="warn">{words.left(available)}</Tag>
  ) : (
    <Tag tone="good">{words.inStock}</Tag>
  )
}
