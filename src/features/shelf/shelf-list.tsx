import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ProductId } from '@/domain/ids'
import type { OffersNow } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { cx, EmptyFace, Icon, Tappable } from '@/ui'
import type { Asking } from './ask-chip'
import { findProducts } from './find-products'
import { ProductRow } from './product-row'
import styles from './shelf-list.module.scss'
import { useShelfWords } from './words'

export interface ShelfListProps {
  readonly shelf: readonly ShelfProduct[]
  readonly explaining: readonly ProductId[]
  /** Prices as the picture shows them. */
  readonly at: OffersNow
  readonly isOnSale: boolean
  /** Null where nobody asks for anything: no show is on. */
  readonly asking: Asking | null
  readonly onBuy: (product: ShelfProduct) => void
}

/** Fewer than this are seen at a glance. */
const WORTH_SEARCHING = 8
/** WeChat's audit allows 60 children of one node, and a phone shows five rows. */
const PAGE = 40

interface Typed {
  readonly detail: { readonly value: string }
}

export function ShelfList({ shelf, explaining, at, isOnSale, asking, onBuy }: ShelfListProps) {
  const text = useShelfWords()
  const [words, setWords] = useState('')
  const [pages, setPages] = useState(1)
  if (shelf.length === 0) return <EmptyFace icon="bag" title={text.emptyTitle} hint={text.emptyHint} />
  const found = findProducts(shelf, explaining, words)
  return (
    <View className={cx(styles.list)}>
      {shelf.length > WORTH_SEARCHING && <Search words={words} onWords={setWords} />}
      {found.length === 0 && <EmptyFace icon="search" title={text.searchEmpty} hint={text.searchHint} />}
      {Array.from({ length: Math.min(pages, Math.ceil(found.length / PAGE)) }, (_, page) => (
        <View key={page}>
          {found.slice(page * PAGE, (page + 1) * PAGE).map((product) => (
            <ProductRow
              key={product.id}
              product={product}
              at={at}
              isExplained={explaining.includes(product.id)}
              isOnSale={isOnSale}
              asking={asking}
              onBuy={onBuy}
            />
          ))}
        </View>
      ))}
      {found.length > pages * PAGE && (
        <Tappable
          className={cx(styles.more)}
          onTap={() => {
            setPages(pages + 1)
          }}
        >
          <Text>{text.more(found.length - pages * PAGE)}</Text>
        </Tappable>
      )}
    </View>
  )
}

interface SearchProps {
  readonly words: string
  readonly onWords: (words: string) => void
}

function Search({ words, onWords }: SearchProps) {
  const text = useShelfWords()
  const forReaders = { 'aria-label': text.search }
  return (
    <View className={cx(styles.search)}>
      <Icon name="search" size="s" />
      <Input
        className={cx(styles.input)}
        value={words}
        maxlength={30}
        placeholder={text.search}
        placeholderClass={cx(styles.placeholder)}
        onInput={(event: Typed) => {
          onWords(event.detail.value)
        }}
        {...forReaders}
      />
      {words !== '' && (
        <Tappable
          className={cx(styles.clear)}
          label={text.clear}
          onTap={() => {
            onWords('')
          }}
        >
          <Icon name="close" size="s" />
        </Tappable>
      )}
    </View>
  )
}
