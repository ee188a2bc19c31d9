import { Input, View } from '@tarojs/components'
import { cx, Icon } from '@/ui'
import styles from './offers.module.scss'
import { useOfferWords } from './words'

interface Typed {
  readonly detail: { readonly value: string }
}

export interface ProductSearchProps {
  readonly value: string
  readonly onSearch: (search: string) => void
}

export function ProductSearch({ value, onSearch }: ProductSearchProps) {
  const words = useOfferWords().product
  return (
    <View className={cx(styles.search)}>
      <Icon name="search" size="s" tone="soft" />
      <Input
        className={cx(styles.searchInput)}
        value={value}
        placeholder={words.search}
        placeholderClass={cx(styles.placeholder)}
        onInput={(event: Typed) => onSearch(event.detail.value)}
        {...{ 'aria-label': words.search }}
      />
    </View>
  )
}
