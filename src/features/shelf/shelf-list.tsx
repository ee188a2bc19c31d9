import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ProductId } from '@/domain/ids'
import type { ShelfProduct } from '@/domain/product'
import { cx, EmptyFace, Icon, Tappable, useCopy } from '@/ui'
import type { Asking } from './ask-chip'
import { findProducts } from './find-products'
import { ProductRow } from './product-row'
import styles from './shelf-list.module.scss'

export interface ShelfListProps {
  readonly shelf: readonly ShelfProduct[]
  readonly explaining: ProductId | null
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

export function ShelfList({ shelf, explaining, isOnSale, asking, onBuy }: ShelfListProps) {
  const copy = useCopy()
  const [words, setWords] = useState('')
  const [pages, setPages] = useState(1)
  if (shelf.length === 0)
    return <EmptyFace icon="bag" title={copy.shelf.emptyTitle} hint={copy.shelf.emptyHint} />
  const found = findProducts(shelf, explaining, words)
  return (
    <View className={cx(styles.list)}>
      {shelf.length > WORTH_SEARCHING && <Search words={words} onWords={setWords} />}
      {found.length === 0 && (
        <EmptyFace icon="search" title={copy.shelf.searchEmpty} hint={copy.shelf.searchHint} />
      )}
      {Array.from({ length: Math.min(pages, Math.ceil(found.length / PAGE)) }, (_, page) => (
        <View key={page}>
          {found.slice(page * PAGE, (page + 1) * PAGE).map((product) => (
            <ProductRow
              key={product.id}
              product={product}
              isExplained={product.id === explaining}
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
          <Text>{copy.shelf.more(found.length - pages * PAGE)}</Text>
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
  const copy = useCopy()
  const forReaders = { 'aria-label': copy.shelf.search }
  return (
    <View className={cx(styles.search)}>
      <Icon name="search" size="s" />
      <Input
        className={cx(styles.input)}
        value={words}
        maxlength={30}
        placeholder={copy.shelf.search}
        placeholderClass={cx(styles.placeholder)}
        onInput={(event: Typed) => {
          onWords(event.detail.value)
        }}
        {...forReaders}
      />
      {words !== '' && (
        <Tappable
          className={cx(styles.clear)}
          label={copy.shelf.clear}
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
