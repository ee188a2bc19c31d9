import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OrderLine, ShopOrder } from '@/contracts/orders'
import { useMerchantOnce } from '@/services/once'
import { Button, ConfirmSheet, cx, Field, priceText, Problem, Sheet, toast } from '@/ui'
import styles from './form.module.scss'
import { UnitSteppers } from './unit-steppers'
import { type Quantities, refundAmount, unitsOf } from './units'
import { type OrderNews, useOrderAction } from './use-order-action'
import { useShopOrderWords } from './words'

export interface RefundSheetProps {
  readonly open: boolean
  readonly order: ShopOrder
  readonly news: OrderNews
  readonly onClose: () => void
}

export function RefundSheet(props: RefundSheetProps) {
  return props.open ? <OpenRefundSheet {...props} /> : null
}

interface Draft {
  readonly quantities: Quantities
  readonly note: string
}
type Step = 'filling' | 'note-missing' | 'confirming'

/** The shop gives money back by itself: what, why, and once more the sum before it goes. */
function OpenRefundSheet({ order, news, onClose }: RefundSheetProps) {
  const words = useShopOrderWords()
  const [draft, setDraft] = useState<Draft>({ quantities: {}, note: '' })
  const [step, setStep] = useState<Step>('filling')
  const { act, isUnderWay, failure, forgetFailure } = useOrderAction(
    useMerchantOnce('orders', 'refund-order'),
    news,
  )
  const units = unitsOf(draft.quantities)
  const amount = refundAmount(order, units)
  const money = amount === null ? '' : priceText(amount)
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part })
    setStep('filling')
    forgetFailure()
  }
  async function refund(): Promise<void> {
    if (await act({ orderId: order.id, units: [...units], note: draft.note.trim() })) {
      onClose()
      toast(words.refundBegun)
    } else setStep('filling')
  }
  if (step === 'confirming')
    return (
      <LastWord
        money={money}
        order={order}
        busy={isUnderWay}
        onYes={() => void refund()}
        onNo={() => setStep('filling')}
      />
    )
  const next = (
    <Button
      block
      disabled={amount === null}
      onTap={() => setStep(draft.note.trim() === '' ? 'note-missing' : 'confirming')}
    >
      {amount === null ? words.refundNextNothing : words.refundNext(money)}
    </Button>
  )
  return (
    <Sheet open title={words.refundTitle} footer={next} onClose={onClose}>
      <View className={cx(styles.form)}>
        <Text className={cx(styles.hint)}>{words.refundHint}</Text>
        <Fields order={order} draft={draft} isNoteMissing={step === 'note-missing'} onChange={change} />
        <Problem failure={failure} />
      </View>
    </Sheet>
  )
}

interface FieldsProps {
  readonly order: ShopOrder
  readonly draft: Draft
  readonly isNoteMissing: boolean
  readonly onChange: (part: Partial<Draft>) => void
}

function Fields({ order, draft, isNoteMissing, onChange }: FieldsProps) {
  const words = useShopOrderWords()
  return (
    <>
      <Text className={cx(styles.label)}>{words.refundUnits}</Text>
      <UnitSteppers
        lines={order.lines}
        leftOf={(line) => refundableUnits(order, line)}
        quantities={draft.quantities}
        onChange={(quantities) => onChange({ quantities })}
      />
      <Field
        type="long"
        label={words.refundNote}
        value={draft.note}
        placeholder={words.refundNoteHint}
        maxLength={200}
        error={isNoteMissing ? words.refundNoteMissing : undefined}
        onInput={(note) => onChange({ note })}
      />
    </>
  )
}

interface LastWordProps {
  readonly money: string
  readonly order: ShopOrder
  readonly busy: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}

/** Money that was sent does not come back: the sum and the wallet are said once more. */
function LastWord({ money, order, ...answer }: LastWordProps) {
  const words = useShopOrderWords()
  const wallet = order.paidBy === null ? '' : words.wallets[order.paidBy]
  return (
    <ConfirmSheet
      open
      isDangerous
      title={words.refundConfirm(money)}
      hint={words.refundConfirmHint(wallet, money)}
      yes={words.refundYes(money)}
      {...answer}
    />
  )
}

const refundableUnits = ({ refundable }: ShopOrder, { line }: OrderLine): number =>
  refundable?.lines.find((left) => left.line === line)?.quantity ?? 0
