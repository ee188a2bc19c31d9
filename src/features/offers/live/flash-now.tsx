import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RoomFlashSale } from '@/domain/room-offers'
import type { Sku } from '@/domain/product'
import { device } from '@/platform'
import type { CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { Button, Chips, cx, Field, priceText, Problem, toast } from '@/ui'
import styles from '../offers.module.scss'
import { useMoneyWords } from '../use-money-words'
import { useOfferWords } from '../words'
import { checkFlashNow, FLASH_MINUTES, type FlashNowProblems, NEW_FLASH_NOW } from './flash-now-draft'

export interface FlashNowProps {
  readonly sku: Sku
  readonly name: string
  /** The sale of this kind that is not over; null when there is none. */
  readonly sale: RoomFlashSale | null
  readonly left: number
  readonly aheadMs: number
  /** The room's log has news. */
  readonly onChanged: () => void
}

/** A flash sale from this moment on, or the one that is on. */
export function FlashNow(props: FlashNowProps) {
  return props.sale === null ? <NewSale {...props} /> : <SaleNow {...props} sale={props.sale} />
}

interface SaleNowProps extends FlashNowProps {
  readonly sale: RoomFlashSale
}

function SaleNow({ sale, name, left, aheadMs, onChanged }: SaleNowProps) {
  const words = useOfferWords().room
  const startsIn = useTimeLeft(sale.startsAt, aheadMs)
  const endsIn = useTimeLeft(sale.endsAt, aheadMs)
  const { send, isUnderWay } = useMerchantOnce('offers', 'end-flash-sale')
  const [failure, setFailure] = useState<CallError | null>(null)
  async function end(): Promise<void> {
    setFailure(null)
    const answer = await send({ flashSaleId: sale.id })
    if (answer === null) return
    if (answer.ok) onChanged()
    else setFailure(answer.error)
  }
  const time =
    startsIn > 0 ? words.flashStartsIn(timeLeftText(startsIn)) : words.flashEndsIn(timeLeftText(endsIn))
  return (
    <View>
      <View className={cx(styles.row)}>
        <Text className={cx(styles.worth)}>{words.flashAt(priceText(sale.price))}</Text>
        <Text className={cx(styles.soft)}>{`${time} · ${words.left(left)}`}</Text>
        <Button
          kind="danger"
          size="s"
          busy={isUnderWay}
          label={words.flashEndLabel(name)}
          onTap={() => void end()}
        >
          {words.flashEnd}
        </Button>
      </View>
      <Problem failure={failure} />
    </View>
  )
}

function NewSale(props: FlashNowProps) {
  const { sku, name } = props
  const { room: words, flash, count } = useOfferWords()
  const { draft, problems, failure, isUnderWay, change, start } = useNewSale(props)
  const priceWords = { ...useMoneyWords(), 'too-high': flash.priceTooHigh }
  const quantityWords = { wrong: count.wrong, range: count.wrong, short: flash.quantityShort }
  return (
    <View>
      <Field
        type="digit"
        label={flash.price}
        value={draft.price}
        placeholder="9.90"
        error={problems.price === undefined ? undefined : priceWords[problems.price]}
        onInput={(price) => change({ price })}
      />
      <Field
        type="number"
        label={flash.quantity}
        value={draft.quantity}
        placeholder={words.flashQuantityHint(sku.available)}
        maxLength={7}
        error={problems.quantity === undefined ? undefined : quantityWords[problems.quantity]}
        onInput={(quantity) => change({ quantity })}
      />
      <View className={cx(styles.quick)}>
        <Chips
          isLine
          label={words.flashMinutes}
          chips={FLASH_MINUTES.map((minutes) => ({ value: minutes, words: words.minutes(Number(minutes)) }))}
          chosen={draft.minutes}
          onChoose={(minutes) => change({ minutes })}
        />
      </View>
      <Problem failure={failure} />
      <View className={cx(styles.cardFoot)}>
        <Button
          size="s"
          busy={isUnderWay}
          disabled={draft.price.trim() === '' || draft.quantity.trim() === ''}
          label={words.flashStartLabel(name)}
          onTap={() => void start()}
        >
          {words.flashStart}
        </Button>
      </View>
    </View>
  )
}

function useNewSale({ sku, aheadMs, onChanged }: FlashNowProps) {
  const words = useOfferWords().room
  const [draft, setDraft] = useState(NEW_FLASH_NOW)
  const [problems, setProblems] = useState<FlashNowProblems>({})
  const [failure, setFailure] = useState<CallError | null>(null)
  const { send, isUnderWay } = useMerchantOnce('offers', 'plan-flash-sale')
  const change = (part: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...part })
    setProblems({})
    setFailure(null)
  }
  async function start(): Promise<void> {
    const checked = checkFlashNow(draft, sku, device.now() + aheadMs)
    if (!checked.ok) {
      setProblems(checked.error)
      return
    }
    const answer = await send(checked.value)
    if (answer === null) return
    if (!answer.ok) {
      setFailure(answer.error)
      return
    }
    toast(words.flashStarted)
    onChanged()
  }
  return { draft, problems, failure, isUnderWay, change, start }
}
