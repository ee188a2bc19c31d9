import { Text, View } from '@tarojs/components'
import type { ComponentType } from 'react'
import type { ShelfProduct } from '@/domain/product'
import { useProfile } from '@/services/backend'
import { Button, cx, Price, Stepper, useCopy, useErrorWords } from '@/ui'
import type { AddressFieldProps } from './address-slot'
import { chosenSku, mostOf, readiness, shownTotal } from './choice'
import styles from './choice-face.module.scss'
import { ProblemWords } from './problem-words'
import { placeOfProblem, type ProblemPlace } from './problem-place'
import { ProductHead } from './product-head'
import { SkuChips } from './sku-chips'
import type { Checkout } from './use-checkout'

interface ChoiceFaceProps {
  readonly product: ShelfProduct
  readonly checkout: Checkout
  readonly AddressField: ComponentType<AddressFieldProps>
  readonly isAddressOpen: boolean
  readonly onAddressOpen: (isOpen: boolean) => void
}

/** What, how many, where to. */
export function ChoiceFace({ product, checkout, AddressField, ...address }: ChoiceFaceProps) {
  const { choice, step } = checkout
  const problem = step.kind === 'choosing' ? step.problem : null
  const at = (place: ProblemPlace) => (problem !== null && placeOfProblem(problem) === place ? problem : null)
  const field = (
    <AddressField
      value={choice.addressId}
      isOpen={address.isAddressOpen}
      onOpen={address.onAddressOpen}
      onPick={checkout.chooseAddress}
      error={useErrorSentence(at('address')?.code)}
    />
  )
  // The field stays the same element when it takes the whole sheet: what it has loaded stays with it.
  return (
    <View className={cx(styles.face)}>
      {!address.isAddressOpen && (
        <View>
          <ProductHead product={product} sku={chosenSku(product, choice)} />
          <ProblemWords error={at('product')} />
          <SkuChips product={product} chosenId={choice.skuId} onChoose={checkout.chooseSku} />
          <ProblemWords error={at('sku')} />
          <Quantity product={product} checkout={checkout} />
          <ProblemWords error={at('quantity')} />
        </View>
      )}
      <View key="address">{field}</View>
      {!address.isAddressOpen && <ProblemWords error={at('submit')} />}
    </View>
  )
}

function useErrorSentence(code: Parameters<typeof useErrorWords>[0] | undefined): string | undefined {
  const words = useErrorWords(code ?? 'internal')
  return code === undefined ? undefined : `${words.title}，${words.hint}`
}

function Quantity({ product, checkout }: Pick<ChoiceFaceProps, 'product' | 'checkout'>) {
  const words = useCopy().checkout
  const most = mostOf(chosenSku(product, checkout.choice))
  return (
    <View className={cx(styles.quantity)}>
      <Text className={cx(styles.label)}>{words.quantity}</Text>
      {most > 0 && checkout.choice.quantity === most && (
        <Text className={cx(styles.most)}>{words.atMost(most)}</Text>
      )}
      <Stepper
        value={checkout.choice.quantity}
        min={1}
        max={Math.max(1, most)}
        onChange={checkout.chooseQuantity}
      />
    </View>
  )
}

const WALLETS = { weapp: 'wechat-pay', alipay: 'alipay', h5: 'none' } as const

type ChoiceFootProps = Pick<ChoiceFaceProps, 'product' | 'checkout' | 'onAddressOpen'>

/** The sum and the one big button, which always leads to what comes next. */
export function ChoiceFoot({ product, checkout, onAddressOpen }: ChoiceFootProps) {
  const words = useCopy().checkout
  const profile = useProfile()
  const state = readiness(product, checkout.choice)
  const total = shownTotal(product, checkout.choice)
  const isPlacing = checkout.step.kind === 'placing'
  const labels = {
    ready: words.submit,
    'sold-out': words.submitSoldOut,
    'choose-sku': words.submitNoKind,
    'choose-address': words.submitNoAddress,
  }
  return (
    <View>
      <View className={cx(styles.foot)}>
        <View className={cx(styles.sum)}>
          <Text className={cx(styles.sumLabel)}>{words.total}</Text>
          {total === null ? <Text>—</Text> : <Price fen={total} size="l" />}
        </View>
        <Button
          size="l"
          className={styles.submit}
          disabled={state !== 'ready' && state !== 'choose-address'}
          busy={isPlacing}
          onTap={() => {
            if (state === 'choose-address') onAddressOpen(true)
            else void checkout.submit()
          }}
        >
          {isPlacing ? words.placing : labels[state]}
        </Button>
      </View>
      <Text className={cx(styles.hold)}>
        {`${words.payWith[profile === null ? 'none' : WALLETS[profile.host]]} · ${words.holdHint}`}
      </Text>
    </View>
  )
}
