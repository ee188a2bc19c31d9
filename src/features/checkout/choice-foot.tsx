import { Text, View } from '@tarojs/components'
import type { ShelfProduct } from '@/domain/product'
import { Button, cx, Price, useCommonWords } from '@/ui'
import { readiness } from './choice'
import styles from './choice-face.module.scss'
import { shownQuote } from './quote-state'
import type { Checkout } from './use-checkout'
import { useWalletName } from './use-wallet-name'
import { useCheckoutWords } from './words'

interface ChoiceFootProps {
  readonly product: ShelfProduct
  /** Without a price there is nothing to submit. */
  readonly isPriceHidden: boolean
  readonly checkout: Checkout
  readonly onAddress: () => void
}

/** The sum and the one big button, which always leads to what comes next. */
export function ChoiceFoot({ product, isPriceHidden, checkout, onAddress }: ChoiceFootProps) {
  const words = useCheckoutWords()
  const { priceHidden } = useCommonWords()
  const wallet = useWalletName()
  const { quote, step, canSubmit } = checkout
  const state = readiness(product, checkout.choice)
  const total = shownQuote(quote)?.quote.total ?? null
  const isPlacing = step.kind === 'placing'
  const labels = {
    // a button that takes no tap says why
    ready: isPriceHidden ? priceHidden : quote.kind === 'asking' ? words.pricing : words.submit,
    'sold-out': words.submitSoldOut,
    'choose-sku': words.submitNoKind,
    'choose-address': words.submitNoAddress,
  }
  return (
    <View>
      <View className={cx(styles.foot)}>
        <View className={cx(styles.sum, quote.kind !== 'ready' && styles.old)} aria-live="polite">
          <Text className={cx(styles.sumLabel)}>{words.total}</Text>
          {total === null ? <Text>—</Text> : <Price fen={total} size="l" />}
        </View>
        <Button
          size="l"
          className={styles.submit}
          disabled={!canSubmit && state !== 'choose-address' && !isPlacing}
          busy={isPlacing}
          onTap={() => {
            if (state === 'choose-address') onAddress()
            else void checkout.submit()
          }}
        >
          {isPlacing ? words.placing : labels[state]}
        </Button>
      </View>
      <Text className={cx(styles.hold)}>{`${wallet} · ${words.holdHint}`}</Text>
    </View>
  )
}
