import { Text } from '@tarojs/components'
import type { KnownAsks } from '@/domain/explain-asks'
import type { ShelfProduct } from '@/domain/product'
import { cx, Tappable } from '@/ui'
import styles from './ask-chip.module.scss'
import { useShelfWords } from './words'

/** Asking the host to explain something, while a show is on. */
export interface Asking {
  readonly asks: KnownAsks
  /** Null for who works for the shop: they see the asks, and are none of them. */
  readonly onAsk: ((product: ShelfProduct) => void) | null
}

interface AskChipProps {
  readonly product: ShelfProduct
  readonly asking: Asking
}

export function AskChip({ product, asking: { asks, onAsk } }: AskChipProps) {
  const words = useShelfWords()
  if (onAsk === null) return null
  const hasAsked = asks.own.includes(product.id)
  return (
    <Tappable
      className={cx(styles.chip, hasAsked && styles.done)}
      label={hasAsked ? words.askedLabel(product.name) : words.askLabel(product.name)}
      isDisabled={hasAsked}
      onTap={() => {
        onAsk(product)
      }}
    >
      <Text>{hasAsked ? words.asked : words.ask}</Text>
    </Tappable>
  )
}
