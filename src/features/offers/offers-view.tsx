import { View } from '@tarojs/components'
import { type ComponentType, useState } from 'react'
import { Chips, cx } from '@/ui'
import { CouponList } from './coupon-list'
import { FlashList } from './flash-list'
import { FreightEditor } from './freight-editor'
import styles from './offers.module.scss'
import type { PartProps } from './part-props'
import { StockList } from './stock-list'
import { useOfferWords } from './words'

const PARTS = ['coupons', 'flash', 'freight', 'stock'] as const
type Part = (typeof PARTS)[number]

const FACES: Readonly<Record<Part, ComponentType<PartProps>>> = {
  coupons: CouponList,
  flash: FlashList,
  freight: FreightEditor,
  stock: StockList,
}

/** What the shop offers and what it takes for it, one part at a time. */
export function OffersView({ merchantId }: PartProps) {
  const words = useOfferWords()
  const [part, setPart] = useState<Part>('coupons')
  const Face = FACES[part]
  return (
    <View className={cx(styles.view)}>
      <Chips
        isLine
        place="ground"
        label={words.partsLabel}
        chips={PARTS.map((value) => ({ value, words: words.parts[value] }))}
        chosen={part}
        onChoose={setPart}
      />
      <Face merchantId={merchantId} />
    </View>
  )
}
