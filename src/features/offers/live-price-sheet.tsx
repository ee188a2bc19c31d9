import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RoomId } from '@/domain/ids'
import type { OffersNow } from '@/domain/offers-now'
import type { Product, Sku } from '@/domain/product'
import { knownValue } from '@/services/server-truth'
import { Button, cx, Field, priceText, Problem, Sheet, toast } from '@/ui'
import { FlashNow } from './live/flash-now'
import { HiddenPriceSwitch } from './live/hidden-price'
import styles from './offers.module.scss'
import { type MoneyProblem, readMoney } from './typed'
import { type LivePrices, useLivePrices } from './use-live-prices'
import { useMoneyWords } from './use-money-words'
import { useOfferWords } from './words'

export interface LivePriceSheetProps {
  readonly roomId: RoomId
  readonly product: Product
  /** What the room offers, as its log has it. */
  readonly at: OffersNow
  readonly aheadMs: number
  /** The room's log has news. */
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** What one product costs in this room, kind by kind: told or not, for the show, or for a few minutes. */
export function LivePriceSheet(props: LivePriceSheetProps) {
  const { roomId, product, at, onChanged, onClose } = props
  const words = useOfferWords().live
  const prices = useLivePrices(roomId, product.skus)
  return (
    <Sheet open title={words.title} onClose={onClose}>
      <View className={cx(styles.form)}>
        <Text className={cx(styles.cardTitle)}>{product.name}</Text>
        <Text className={cx(styles.hint)}>{words.hint}</Text>
        {prices.now.kind === 'failed' && prices.now.error.code === 'room-not-live' && (
          <Text className={cx(styles.hint)}>{words.notLive}</Text>
        )}
        <HiddenPriceSwitch
          roomId={roomId}
          productId={product.id}
          isHidden={at.offers.hiddenPrices.includes(product.id)}
          onChanged={onChanged}
        />
        {product.skus.map((sku) => (
          <SkuPrice key={sku.id} sku={sku} product={product} prices={prices} />
        ))}
        <FlashPart {...props} />
      </View>
    </Sheet>
  )
}

function FlashPart({ product, at, aheadMs, onChanged }: LivePriceSheetProps) {
  const words = useOfferWords().room
  return (
    <View>
      <Text className={cx(styles.label)}>{words.flashTitle}</Text>
      <Text className={cx(styles.hint)}>{words.flashHint}</Text>
      {product.skus.map((sku) => {
        const sale = at.offers.flashSales.find(({ skuId, endsAt }) => skuId === sku.id && at.now < endsAt)
        return (
          <View key={sku.id} className={cx(styles.block)}>
            <Text className={cx(styles.skuName)}>{nameOf(sku, product)}</Text>
            <FlashNow
              sku={sku}
              name={nameOf(sku, product)}
              sale={sale ?? null}
              left={sale === undefined ? 0 : (at.left[sale.id] ?? sale.quantity)}
              aheadMs={aheadMs}
              onChanged={onChanged}
            />
          </View>
        )
      })}
    </View>
  )
}

const nameOf = (sku: Sku, product: Product): string => (sku.name === '' ? product.name : sku.name)

interface SkuPriceProps {
  readonly sku: Sku
  readonly product: Product
  readonly prices: LivePrices
}

/** A favour to those who watch: never dearer than it is to others. */
const readLivePrice = (text: string, sku: Sku) => readMoney(text, { min: 1, max: sku.price })

function SkuPrice({ sku, product, prices }: SkuPriceProps) {
  const words = useOfferWords().live
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<MoneyProblem | null>(null)
  const problemWords = { ...useMoneyWords(), 'too-high': words.tooHigh }
  const name = nameOf(sku, product)
  const now = knownValue(prices.now)?.get(sku.id)

  async function set(): Promise<void> {
    const price = readLivePrice(typed, sku)
    if (!price.ok) setProblem(price.error)
    else if (await prices.set(sku.id, price.value)) toast(words.done)
  }
  async function takeBack(): Promise<void> {
    if (!(await prices.set(sku.id, null))) return
    setTyped('')
    toast(words.takenBack)
  }
  return (
    <View className={cx(styles.block)} {...{ role: 'group', 'aria-label': name }}>
      <View className={cx(styles.row)}>
        <Text className={cx(styles.skuName)}>{name}</Text>
        <Text className={cx(styles.soft)}>{words.regular(priceText(sku.price))}</Text>
      </View>
      {now !== undefined && (
        <Text className={cx(styles.soft)}>{words.nowAt(words.now[now.priceKind], priceText(now.price))}</Text>
      )}
      <Field
        type="digit"
        label={words.price}
        value={typed}
        placeholder={words.priceHint}
        error={problem === null ? undefined : problemWords[problem]}
        onInput={(text) => {
          setTyped(text)
          setProblem(null)
          prices.forgetFailure()
        }}
      />
      <Problem failure={prices.failure?.skuId === sku.id ? prices.failure.error : null} />
      <PriceActions
        name={name}
        isBusy={prices.busyWith === sku.id}
        isTyped={typed.trim() !== ''}
        onSet={() => void set()}
        onTakeBack={() => void takeBack()}
      />
    </View>
  )
}

interface PriceActionsProps {
  readonly name: string
  readonly isBusy: boolean
  readonly isTyped: boolean
  readonly onSet: () => void
  readonly onTakeBack: () => void
}

function PriceActions({ name, isBusy, isTyped, onSet, onTakeBack }: PriceActionsProps) {
  const words = useOfferWords().live
  return (
    <View className={cx(styles.cardFoot)}>
      <Button kind="ghost" size="s" label={words.takeBackLabel(name)} disabled={isBusy} onTap={onTakeBack}>
        {words.takeBack}
      </Button>
      <Button size="s" label={words.setLabel(name)} busy={isBusy} disabled={!isTyped} onTap={onSet}>
        {words.set}
      </Button>
    </View>
  )
}
