import { Input, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { cx, Icon, Tappable } from '@/ui'
import styles from './shop-orders-view.module.scss'
import { useShopOrderWords } from './words'

interface Typed {
  readonly detail: { readonly value: string }
}

/** A pause in typing, long enough that half a number is not asked about. */
const SEARCH_AFTER_MS = 500
const MAX_SEARCH = 40

/** Numbers are read off papers and pasted: spaces around and between are no part of them. */
const bare = (text: string): string => text.replace(/\s/g, '').slice(0, MAX_SEARCH)

export function OrderSearch({ onSearch }: { readonly onSearch: (search: string) => void }) {
  const words = useShopOrderWords()
  const [typed, setTyped] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => onSearch(bare(typed)), SEARCH_AFTER_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [typed, onSearch])
  return (
    <View className={cx(styles.search)}>
      <Icon name="search" size="s" tone="soft" />
      <Input
        className={cx(styles.searchInput)}
        value={typed}
        placeholder={words.search}
        placeholderClass={cx(styles.placeholder)}
        confirmType="search"
        onInput={(event: Typed) => setTyped(event.detail.value)}
        onConfirm={(event: Typed) => onSearch(bare(event.detail.value))}
        {...{ 'aria-label': words.search }}
      />
      {typed !== '' && (
        <Tappable className={styles.clear} label={words.searchClear} onTap={() => setTyped('')}>
          <Icon name="close" size="s" />
        </Tappable>
      )}
    </View>
  )
}
