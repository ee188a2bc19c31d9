import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShopOrder } from '@/contracts/orders'
import { useMerchantOnce } from '@/services/once'
import { Button, Chips, cx, Problem, Sheet, toast } from '@/ui'
import styles from './form.module.scss'
import { checkTracking, NO_TRACKING, type TrackingDraft, type TrackingProblems } from './tracking'
import { TrackingFields } from './tracking-fields'
import { UnitSteppers } from './unit-steppers'
import { countOf, leftToShip, type Quantities, unitsOf } from './units'
import { type OrderNews, useOrderAction } from './use-order-action'
import { useShopOrderWords } from './words'

export interface ShipSheetProps {
  readonly open: boolean
  readonly order: ShopOrder
  readonly news: OrderNews
  readonly onClose: () => void
}

export function ShipSheet(props: ShipSheetProps) {
  return props.open ? <OpenShipSheet {...props} /> : null
}

/** What goes into the parcel: all that is left, as the server counts it, or what was picked. */
type Load = { readonly kind: 'rest' } | { readonly kind: 'some'; readonly quantities: Quantities }
const REST: Load = { kind: 'rest' }

function OpenShipSheet({ order, news, onClose }: ShipSheetProps) {
  const words = useShopOrderWords()
  const [load, setLoad] = useState<Load>(REST)
  const [draft, setDraft] = useState<TrackingDraft>(NO_TRACKING)
  const [problems, setProblems] = useState<TrackingProblems>({})
  const { act, isUnderWay, failure, forgetFailure } = useOrderAction(useMerchantOnce('orders', 'ship'), news)
  const left = order.lines.reduce((sum, line) => sum + leftToShip(line), 0)
  const units = load.kind === 'rest' ? null : unitsOf(load.quantities)
  const count = units === null ? left : countOf(units)

  async function ship(): Promise<void> {
    const checked = checkTracking(draft)
    if (!checked.ok) {
      setProblems(checked.error)
      return
    }
    const chosen = units === null ? {} : { units: [...units] }
    if (!(await act({ orderId: order.id, ...checked.value, ...chosen }))) return
    onClose()
    toast(words.shipped)
  }
  const submit = (
    <Button block busy={isUnderWay} disabled={count === 0} onTap={() => void ship()}>
      {count === 0 ? words.shipNothing : words.shipYes(count)}
    </Button>
  )
  return (
    <Sheet open title={words.shipTitle} footer={submit} onClose={onClose}>
      <View className={cx(styles.form)}>
        {left > 1 && <LoadChoice order={order} left={left} load={load} onChange={setLoad} />}
        <TrackingFields
          draft={draft}
          problems={problems}
          onChange={(next) => {
            setDraft(next)
            setProblems({})
            forgetFailure()
          }}
        />
        <Problem failure={failure} />
      </View>
    </Sheet>
  )
}

interface LoadChoiceProps {
  readonly order: ShopOrder
  readonly left: number
  readonly load: Load
  readonly onChange: (load: Load) => void
}

function LoadChoice({ order, left, load, onChange }: LoadChoiceProps) {
  const words = useShopOrderWords()
  const chips = [
    { value: 'rest' as const, words: words.shipRest(left) },
    { value: 'some' as const, words: words.shipSome },
  ]
  return (
    <>
      <Text className={cx(styles.label)}>{words.shipWhat}</Text>
      <Chips
        label={words.shipWhat}
        chips={chips}
        chosen={load.kind}
        onChoose={(kind) => onChange(kind === 'rest' ? REST : { kind, quantities: {} })}
      />
      {load.kind === 'some' && (
        <UnitSteppers
          lines={order.lines}
          leftOf={leftToShip}
          quantities={load.quantities}
          onChange={(quantities) => onChange({ kind: 'some', quantities })}
        />
      )}
    </>
  )
}
