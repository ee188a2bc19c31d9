import { Text, View } from '@tarojs/components'
import type { ImportDraft } from '@/contracts/merchant/shelf'
import { cx, Picture, priceText } from '@/ui'
import styles from './draft-table.module.scss'
import { useImportWords } from './words/import'

const MOST_SHOWN = 30

/** What would be imported, one block a product, one line a kind. */
export function DraftTable({ drafts }: { readonly drafts: readonly ImportDraft[] }) {
  const words = useImportWords()
  const more = drafts.length - MOST_SHOWN
  return (
    <View className={cx(styles.table)}>
      <View className={cx(styles.head)}>
        <Text className={cx(styles.product)}>{words.table.product}</Text>
        <View className={cx(styles.kinds)}>
          <Kind name={words.table.kind} price={words.table.price} stock={words.table.stock} />
        </View>
      </View>
      {drafts.slice(0, MOST_SHOWN).map((draft, index) => (
        <View key={index} className={cx(styles.row)}>
          <View className={cx(styles.product)}>
            <Picture src={draft.pictureUrl} alt="" className={styles.picture} />
            <Text className={cx(styles.name)}>{draft.name}</Text>
          </View>
          <View className={cx(styles.kinds)}>
            {draft.skus.map((sku) => (
              <Kind key={sku.name} name={sku.name} price={priceText(sku.price)} stock={String(sku.stock)} />
            ))}
          </View>
        </View>
      ))}
      {more > 0 && <Text className={cx(styles.more)}>{words.moreDrafts(more)}</Text>}
    </View>
  )
}

interface KindProps {
  readonly name: string
  readonly price: string
  readonly stock: string
}

const Kind = ({ name, price, stock }: KindProps) => (
  <View className={cx(styles.kind)}>
    <Text className={cx(styles.kindName)}>{name}</Text>
    <Text className={cx(styles.figure)}>{price}</Text>
    <Text className={cx(styles.figure)}>{stock}</Text>
  </View>
)
