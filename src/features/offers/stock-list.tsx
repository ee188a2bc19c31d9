import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { SkuId } from '@/domain/ids'
import { cx, Icon, Picture, Tag, Tappable } from '@/ui'
import styles from './offers.module.scss'
import type { PartProps } from './part-props'
import { ProductList } from './product-list'
import { StockSheet } from './stock-sheet'
import { useOfferWords } from './words'

interface Opened {
  readonly skuId: SkuId
  readonly name: string
}

/** Units of every kind of goods; each opens its ledger. The list is asked anew when a sheet was closed. */
export function StockList({ merchantId }: PartProps) {
  const words = useOfferWords()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [turn, setTurn] = useState(0)
  return (
    <View className={cx(styles.part, styles.onGround)}>
      <ProductList key={turn} merchantId={merchantId}>
        {(product) => (
          <View className={cx(styles.card)}>
            <View className={cx(styles.row)}>
              <Picture src={product.pictureUrl} alt="" className={styles.picture} />
              <Text className={cx(styles.pickName)}>{product.name}</Text>
            </View>
            <View className={cx(styles.skus)}>
              {product.skus.map(({ id, name, available }) => {
                const whole = `${product.name} ${name}`.trim()
                return (
                  <Tappable
                    key={id}
                    className={styles.sku}
                    label={words.stock.open(whole)}
                    onTap={() => setOpened({ skuId: id, name: whole })}
                  >
                    <Text className={cx(styles.skuName)}>{name === '' ? product.name : name}</Text>
                    {available === 0 ? (
                      <Tag tone="warn">{words.product.stock(0)}</Tag>
                    ) : (
                      <Text className={cx(styles.soft)}>{words.product.stock(available)}</Text>
                    )}
                    <Icon name="next" size="s" tone="soft" />
                  </Tappable>
                )
              })}
            </View>
          </View>
        )}
      </ProductList>
      {opened !== null && (
        <StockSheet
          key={opened.skuId}
          skuId={opened.skuId}
          name={opened.name}
          onClose={(wasCorrected) => {
            setOpened(null)
            if (wasCorrected) setTurn((known) => known + 1)
          }}
        />
      )}
    </View>
  )
}
