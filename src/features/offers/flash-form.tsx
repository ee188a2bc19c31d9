import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FlashSaleView } from '@/contracts/merchant/offers'
import type { MerchantId } from '@/domain/ids'
import type { Product, Sku } from '@/domain/product'
import { device } from '@/platform'
import type { CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { Button, cx, Field, priceText, Problem, Sheet } from '@/ui'
import {
  checkFlashSale,
  type FlashDraft,
  type FlashProblems,
  newFlashSale,
  PER_PERSON,
  QUANTITY,
} from './flash-draft'
import { MomentField } from './moment-field'
import styles from './offers.module.scss'
import { SkuChoice } from './sku-choice'
import { useMoneyWords } from './use-money-words'
import { useOfferWords } from './words'

export interface FlashFormProps {
  readonly merchantId: MerchantId
  readonly onPlanned: (sale: FlashSaleView) => void
  readonly onClose: () => void
}

interface FlashPartProps {
  readonly draft: FlashDraft
  readonly problems: FlashProblems
  readonly onChange: (part: Partial<FlashDraft>) => void
}

const NO_PROBLEMS: FlashProblems = {}

export function FlashForm({ merchantId, onPlanned, onClose }: FlashFormProps) {
  const words = useOfferWords().flash
  const [draft, setDraft] = useState<FlashDraft>(() => newFlashSale(device.now()))
  const [product, setProduct] = useState<Product | null>(null)
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [failure, setFailure] = useState<CallError | null>(null)
  const { send, isUnderWay } = useMerchantOnce('offers', 'plan-flash-sale')
  const change = (part: Partial<FlashDraft>): void => {
    setDraft((known) => ({ ...known, ...part }))
    setProblems(NO_PROBLEMS)
    setFailure(null)
  }
  async function plan(): Promise<void> {
    const checked = checkFlashSale(draft, device.now())
    if (!checked.ok) {
      setProblems(checked.error)
      return
    }
    const answer = await send(checked.value)
    if (answer === null) return
    if (answer.ok) onPlanned(answer.value.flashSale)
    else setFailure(answer.error)
  }
  const { sku } = draft
  if (sku === null || product === null)
    return (
      <Sheet open title={words.skuChoose} height="tall" onClose={onClose}>
        <View className={cx(styles.form)}>
          <SkuChoice
            merchantId={merchantId}
            onChoose={(chosen, of) => {
              setProduct(of)
              change({ sku: chosen })
            }}
          />
        </View>
      </Sheet>
    )
  const submit = (
    <Button block busy={isUnderWay} onTap={() => void plan()}>
      {words.submit}
    </Button>
  )
  return (
    <Sheet open title={words.form} height="tall" footer={submit} onClose={onClose}>
      <View className={cx(styles.form)}>
        <ChosenSku sku={sku} product={product} onChange={() => change({ sku: null })} />
        <PriceAndTimes draft={draft} problems={problems} onChange={change} />
        <Counts draft={draft} problems={problems} onChange={change} />
        <Problem failure={failure} />
      </View>
    </Sheet>
  )
}

interface ChosenSkuProps {
  readonly sku: Sku
  readonly product: Product
  readonly onChange: () => void
}

function ChosenSku({ sku, product, onChange }: ChosenSkuProps) {
  const words = useOfferWords()
  return (
    <View className={cx(styles.chosenSku)}>
      <Text className={cx(styles.skuName)}>{`${product.name} ${sku.name}`.trim()}</Text>
      <Text className={cx(styles.soft)}>
        {`${words.flash.regular(priceText(sku.price))} · ${words.product.stock(sku.available)}`}
      </Text>
      <Button kind="ghost" size="s" onTap={onChange}>
        {words.flash.skuChange}
      </Button>
    </View>
  )
}

function PriceAndTimes({ draft, problems, onChange }: FlashPartProps) {
  const { flash: words, moment } = useOfferWords()
  const priceWords = { ...useMoneyWords(), 'too-high': words.priceTooHigh }
  const endsWords = { wrong: moment.wrong, order: words.endsWrong, 'too-long': words.tooLong }
  return (
    <>
      <Field
        type="digit"
        label={words.price}
        value={draft.price}
        placeholder="9.90"
        error={problems.price === undefined ? undefined : priceWords[problems.price]}
        onInput={(price) => onChange({ price })}
      />
      <MomentField
        label={words.startsAt}
        value={draft.startsAt}
        error={problems.startsAt === undefined ? undefined : moment.wrong}
        quick={['now', 'evening', 'tomorrow']}
        onChange={(startsAt) => onChange({ startsAt })}
      />
      <MomentField
        label={words.endsAt}
        value={draft.endsAt}
        error={problems.endsAt === undefined ? undefined : endsWords[problems.endsAt]}
        quick={['hours2', 'days1']}
        from={draft.startsAt}
        onChange={(endsAt) => onChange({ endsAt })}
      />
    </>
  )
}

function Counts({ draft, problems, onChange }: FlashPartProps) {
  const { flash: words, count } = useOfferWords()
  const quantityWords = {
    wrong: count.wrong,
    range: count.range(QUANTITY.min, QUANTITY.max),
    short: words.quantityShort,
  }
  const perPersonWords = {
    wrong: count.wrong,
    range: count.range(PER_PERSON.min, PER_PERSON.max),
    'too-many': words.perPersonTooMany,
  }
  return (
    <>
      <Field
        type="number"
        label={words.quantity}
        value={draft.quantity}
        placeholder="50"
        maxLength={7}
        error={problems.quantity === undefined ? undefined : quantityWords[problems.quantity]}
        onInput={(quantity) => onChange({ quantity })}
      />
      <Field
        type="number"
        label={words.perPerson}
        value={draft.perPerson}
        maxLength={2}
        error={problems.perPerson === undefined ? undefined : perPersonWords[problems.perPerson]}
        onInput={(perPerson) => onChange({ perPerson })}
      />
    </>
  )
}
