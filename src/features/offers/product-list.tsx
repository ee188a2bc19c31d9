import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { MerchantId } from '@/domain/ids'
import type { Product } from '@/domain/product'
import { useProducts } from '@/services/products'
import { asList } from '@/services/server-truth'
import { cx, EmptyFace, ListFace } from '@/ui'
import { found, MOST_SHOWN } from './found-products'
import { listSkeleton } from './list-skeleton'
import styles from './offers.module.scss'
import { ProductSearch } from './product-search'
import { useOfferWords } from './words'

export interface ProductListProps {
  readonly merchantId: MerchantId
  readonly children: (product: Product) => ReactNode
}

/** The shop's products, searched by name; what is drawn for each is the caller's. */
export function ProductList({ merchantId, children }: ProductListProps) {
  const words = useOfferWords().product
  const { truth, refresh } = useProducts(merchantId)
  const [search, setSearch] = useState('')
  return (
    <ListFace
      state={asList(truth, (products) => products.length === 0)}
      skeleton={listSkeleton}
      empty={{ icon: 'bag', title: words.empty, hint: words.emptyHint }}
      onRetry={() => void refresh()}
    >
      {(products) => {
        const shown = found(products, search)
        const more = shown.length - MOST_SHOWN
        return (
          <View className={cx(styles.list)}>
            <ProductSearch value={search} onSearch={setSearch} />
            {shown.length === 0 && <EmptyFace icon="search" title={words.nothing} />}
            {shown.slice(0, MOST_SHOWN).map((product) => (
              <View key={product.id}>{children(product)}</View>
            ))}
            {more > 0 && <Text className={cx(styles.hint)}>{words.more(more)}</Text>}
          </View>
        )
      }}
    </ListFace>
  )
}
