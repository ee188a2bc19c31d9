import { Text, View } from '@tarojs/components'
import type { ComponentType, ReactNode } from 'react'
import { merchantOf, type RoomId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { OffersNow } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { cx, Stepper, useErrorWords } from '@/ui'
import type { AddressFieldProps } from './address-slot'
import { type Choice, chosenSku, mostOf } from './choice'
import styles from './choice-face.module.scss'
import { CouponPanel } from './coupon-panel'
import { PhoneRow } from './phone-row'
import { PricePart } from './price-part'
import { ProblemWords } from './problem-words'
import { placeOfProblem, type Problem, type ProblemPlace } from './problem-place'
import { ProductHead } from './product-head'
import { type QuoteState, shownQuote } from './quote-state'
import { SkuChips } from './sku-chips'
import type { Checkout } from './use-checkout'
import { useCheckoutWords } from './words'

/** What the sheet shows: the choice, or one part of it that needs the whole sheet. */
export type Panel = 'choice' | 'addresses' | 'coupons'

interface ChoiceFaceProps {
  readonly product: ShelfProduct
  readonly roomId: RoomId
  readonly at: OffersNow
  readonly deal: ReactNode
  readonly clips: ReactNode
  readonly checkout: Checkout
  readonly AddressField: ComponentType<AddressFieldProps>
  readonly panel: Panel
  readonly onPanel: (panel: Panel) => void
}

/** What stands in the way of the order: what was refused, or what cannot be priced. */
function problemOf({ step, quote }: Checkout): Problem | null {
  if (step.kind === 'choosing' && step.problem !== null) return step.problem
  if (quote.kind !== 'failed' || placeOfProblem(quote.error) === 'submit') return null
  return { error: quote.error, before: null }
}

/** What, how many, where to, and for how much. */
export function ChoiceFace(props: ChoiceFaceProps) {
  const { roomId, checkout, AddressField, panel, onPanel } = props
  const { choice } = checkout
  const problem = problemOf(checkout)
  const problemAt = (place: ProblemPlace) =>
    problem !== null && placeOfProblem(problem.error) === place ? problem.error : null
  const field = (
    <AddressField
      value={choice.addressId}
      isOpen={panel === 'addresses'}
      onOpen={(isOpen) => onPanel(isOpen ? 'addresses' : 'choice')}
      onPick={checkout.chooseAddress}
      error={useErrorSentence(problemAt('address')?.code)}
    />
  )
  // The field stays the same element when it takes the whole sheet: what it has loaded stays with it.
  return (
    <View className={cx(styles.face)}>
      {panel === 'choice' && <GoodsPart {...props} problemAt={problemAt} />}
      <View key="address">{panel !== 'coupons' && field}</View>
      {panel === 'choice' && (
        <View>
          <PricePart
            quote={checkout.quote}
            hasAddress={choice.addressId !== null}
            onCoupons={() => onPanel('coupons')}
            onRefresh={checkout.refreshQuote}
          />
          <ProblemWords error={problemAt('coupon')} />
          <PriceChange error={problemAt('price')} before={problem?.before ?? null} quote={checkout.quote} />
          <ProblemWords error={problemAt('submit')} />
        </View>
      )}
      {panel === 'coupons' && (
        <CouponPanel
          merchantId={merchantOf(roomId)}
          quote={checkout.quote}
          onRefresh={checkout.refreshQuote}
          onPick={(claimId) => {
            checkout.chooseCoupon(claimId)
            onPanel('choice')
          }}
        />
      )}
    </View>
  )
}

function useErrorSentence(code: Parameters<typeof useErrorWords>[0] | undefined): string | undefined {
  const words = useErrorWords(code ?? 'internal')
  return code === undefined ? undefined : `${words.title}，${words.hint}`
}

interface GoodsPartProps extends Pick<ChoiceFaceProps, 'product' | 'at' | 'deal' | 'clips' | 'checkout'> {
  readonly problemAt: (place: ProblemPlace) => Problem['error'] | null
}

function GoodsPart({ product, at, deal, clips, checkout, problemAt }: GoodsPartProps) {
  const { choice, quote } = checkout
  const price = unitPriceOf(quote, choice.skuId)
  return (
    <View>
      <ProductHead product={product} sku={chosenSku(product, choice)} at={at} price={price} deal={deal} />
      {clips}
      <ProblemWords error={problemAt('product')} />
      <SkuChips
        product={product}
        at={at}
        chosenId={choice.skuId}
        chosenPrice={price}
        onChoose={checkout.chooseSku}
      />
      <ProblemWords error={problemAt('sku')} />
      <Quantity product={product} checkout={checkout} />
      <ProblemWords error={problemAt('quantity')} />
      {countsPersons(quote) && (
        <View className={cx(styles.phone)}>
          <PhoneRow onVerified={checkout.refreshQuote} />
        </View>
      )}
    </View>
  )
}

/** A flash price is for so many units of each person. */
function countsPersons(quote: QuoteState): boolean {
  if (quote.kind === 'failed' && quote.error.code === 'flash-limit') return true
  return shownQuote(quote)?.quote.lines.some(({ priceKind }) => priceKind === 'flash') ?? false
}

const unitPriceOf = (quote: QuoteState, skuId: Choice['skuId']): Fen | null =>
  shownQuote(quote)?.quote.lines.find((line) => line.skuId === skuId)?.price ?? null

interface PriceChangeProps {
  readonly error: Problem['error'] | null
  readonly before: Fen | null
  readonly quote: QuoteState
}

/** Nothing was ordered at the old price: says both. */
function PriceChange({ error, before, quote }: PriceChangeProps) {
  const now = quote.kind === 'ready' ? quote.now.quote.total : null
  return <ProblemWords error={error} change={before === null || now === null ? null : { before, now }} />
}

function Quantity({ product, checkout }: Pick<ChoiceFaceProps, 'product' | 'checkout'>) {
  const words = useCheckoutWords()
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
