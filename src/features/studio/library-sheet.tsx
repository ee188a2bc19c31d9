import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { merchantOf } from '@/domain/ids'
import { lowestPrice, type Product } from '@/domain/product'
import type { RoomState } from '@/domain/room'
import { useProducts } from '@/services/products'
import { asList } from '@/services/server-truth'
import { Button, cx, EmptyFace, Icon, ListFace, Picture, Price, Sheet, Skeleton } from '@/ui'
import styles from './console-shelf.module.scss'
import type { ShelfWork } from './use-shelf-work'
import { useStudioWords } from './words/studio'

interface LibrarySheetProps {
  readonly open: boolean
  readonly state: RoomState
  readonly work: ShelfWork
  readonly onClose: () => void
}

/** More would not be drawn in one go; the search finds the rest. */
const MOST_SHOWN = 50

export const found = (products: readonly Product[], search: string): readonly Product[] =>
  products.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase())).slice(0, MOST_SHOWN)

/** The shop's products, to put on the shelf one by one. */
export function LibrarySheet(props: LibrarySheetProps) {
  const words = useStudioWords().console
  return (
    <Sheet open={props.open} title={words.library} height="tall" onClose={props.onClose}>
      {props.open && <Library {...props} />}
    </Sheet>
  )
}

interface Typed {
  readonly detail: { readonly value: string }
}

const skeleton = (
  <View className={cx(styles.rows)}>
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
    <Skeleton className={styles.skeleton} />
  </View>
)

function Library({ state, work }: LibrarySheetProps) {
  const words = useStudioWords().console
  const { truth, refresh } = useProducts(merchantOf(state.room.id))
  const [search, setSearch] = useState('')
  const onShelf = new Set(state.shelf.map(({ id }) => id))
  return (
    <View className={cx(styles.library)}>
      <View className={cx(styles.search)}>
        <Icon name="search" size="s" tone="soft" />
        <Input
          className={cx(styles.searchInput)}
          value={search}
          placeholder={words.librarySearch}
          onInput={(event: Typed) => setSearch(event.detail.value)}
          {...{ 'aria-label': words.librarySearch }}
        />
      </View>
      <ListFace
        state={asList(truth, (products) => products.length === 0)}
        skeleton={skeleton}
        empty={{ icon: 'bag', title: words.libraryEmpty, hint: words.libraryEmptyHint }}
        onRetry={() => void refresh()}
      >
        {(products) => {
          const shown = found(products, search)
          if (shown.length === 0) return <EmptyFace icon="search" title={words.libraryNothing} />
          return (
            <View className={cx(styles.rows)}>
              {shown.map((product) => (
                <LibraryRow
                  key={product.id}
                  product={product}
                  isOnShelf={onShelf.has(product.id)}
                  work={work}
                />
              ))}
            </View>
          )
        }}
      </ListFace>
    </View>
  )
}

interface LibraryRowProps {
  readonly product: Product
  readonly isOnShelf: boolean
  readonly work: ShelfWork
}

function LibraryRow({ product, isOnShelf, work }: LibraryRowProps) {
  const words = useStudioWords().console
  const price = lowestPrice(product)
  return (
    <View className={cx(styles.row)}>
      <Picture src={product.pictureUrl} alt="" className={styles.picture} />
      <View className={cx(styles.about)}>
        <Text className={cx(styles.name)}>{product.name}</Text>
        {price !== null && <Price fen={price} size="s" from={product.skus.length > 1} />}
      </View>
      <Button
        kind={isOnShelf ? 'ghost' : 'primary'}
        size="s"
        label={isOnShelf ? words.onShelf : words.putLabel(product.name)}
        disabled={isOnShelf}
        busy={work.busyWith === product.id}
        onTap={() => void work.put(product.id)}
      >
        {isOnShelf ? words.onShelf : words.put}
      </Button>
    </View>
  )
}
