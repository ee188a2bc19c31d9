import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asList } from '@/services/server-truth'
import { cx, ListFace, Tappable } from '@/ui'
import { roomsSkeleton } from './rooms-skeleton'
import { ShopRooms } from './shop-rooms'
import styles from './studio-home.module.scss'
import type { StudioLinks } from './studio-links'
import { type Shop, useShops } from './use-shops'
import { useStudioWords } from './words/studio'

/** Where a shop's people begin: their rooms, the next show, the products. */
export function StudioHome({ links }: { readonly links: StudioLinks }) {
  const words = useStudioWords()
  const { truth, refresh } = useShops()
  const [chosen, setChosen] = useState(0)
  return (
    <View className={cx(styles.home)}>
      <ListFace
        state={asList(truth, (shops) => shops.length === 0)}
        skeleton={roomsSkeleton}
        empty={{ icon: 'store', title: words.notMemberTitle, hint: words.notMemberHint }}
        onRetry={() => void refresh()}
      >
        {(shops) => {
          const shop = shops[chosen] ?? shops[0]
          if (shop === undefined) return null
          return (
            <>
              {shops.length > 1 && <ShopChoice shops={shops} shop={shop} onChoose={setChosen} />}
              <ShopRooms key={shop.merchantId} shop={shop} links={links} />
            </>
          )
        }}
      </ListFace>
    </View>
  )
}

interface ShopChoiceProps {
  readonly shops: readonly Shop[]
  readonly shop: Shop
  readonly onChoose: (index: number) => void
}

function ShopChoice({ shops, shop, onChoose }: ShopChoiceProps) {
  const words = useStudioWords()
  const list = { role: 'listbox', 'aria-label': words.shops }
  return (
    <View className={cx(styles.shops)} {...list}>
      {shops.map(({ merchantId, merchantName }, index) => (
        <Tappable
          key={merchantId}
          role="option"
          className={cx(styles.shop, merchantId === shop.merchantId && styles.chosen)}
          isSelected={merchantId === shop.merchantId}
          onTap={() => onChoose(index)}
        >
          <Text>{merchantName}</Text>
        </Tappable>
      ))}
    </View>
  )
}
