import { Text, View } from '@tarojs/components'
import type { MerchantId, ProductId } from '@/domain/ids'
import { Chips, cx, Icon, Picture, ProblemText, Tappable } from '@/ui'
import type { CouponPartProps } from './coupon-part'
import styles from './offers.module.scss'
import { ProductList } from './product-list'
import { useOfferWords } from './words'

interface CouponScopeProps extends CouponPartProps {
  readonly merchantId: MerchantId
}

/** What the coupon applies to: everything, or products that are ticked. */
export function CouponScope({ merchantId, draft, problems, onChange }: CouponScopeProps) {
  const words = useOfferWords().coupons
  const { products } = draft
  const chips = (['all', 'some'] as const).map((value) => ({ value, words: words.scopes[value] }))
  const toggle = (id: ProductId): void => {
    const picked = products ?? []
    onChange({ products: picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id] })
  }
  return (
    <>
      <Text className={cx(styles.label)}>{words.scope}</Text>
      <Chips
        label={words.scope}
        chips={chips}
        chosen={products === null ? 'all' : 'some'}
        onChoose={(scope) => onChange({ products: scope === 'all' ? null : (products ?? []) })}
      />
      {products !== null && (
        <View>
          <Text className={cx(styles.hint)}>{words.scopeCount(products.length)}</Text>
          {problems.products !== undefined && <ProblemText text={words.scopeMissing} />}
          <ProductList merchantId={merchantId}>
            {({ id, name, pictureUrl }) => (
              <Tappable
                role="option"
                className={cx(styles.pick, products.includes(id) && styles.picked)}
                isSelected={products.includes(id)}
                onTap={() => toggle(id)}
              >
                <Picture src={pictureUrl} alt="" className={styles.picture} />
                <Text className={cx(styles.pickName)}>{name}</Text>
                {products.includes(id) && <Icon name="check" tone="brand" />}
              </Tappable>
            )}
          </ProductList>
        </View>
      )}
    </>
  )
}
