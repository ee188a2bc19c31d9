import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Difference } from '@/contracts/merchant/payments'
import type { MerchantId, OrderId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { useMerchantOnce } from '@/services/once'
import { Button, copyText, cx, errorWords, Icon, priceText, Tag, Tappable, toast } from '@/ui'
import { NoteSheet } from './note-sheet'
import styles from './reconciliation.module.scss'
import { useReconciliationWords } from './words'

export interface DifferenceCardProps {
  readonly difference: Difference
  readonly merchantId: MerchantId
  readonly onOrder: (orderId: OrderId) => void
  readonly onChanged: (difference: Difference) => void
}

const TONES = { open: 'brand', repaired: 'good', noted: 'muted' } as const

/** One difference: what each side says, what it may come from, and what can be done. */
export function DifferenceCard({ difference, merchantId, onOrder, onChanged }: DifferenceCardProps) {
  const words = useReconciliationWords()
  const { kind, number, orderId, status, repair, note } = difference
  const { title, hint } = words.kinds[kind]
  return (
    <View className={cx(styles.card)}>
      <View className={cx(styles.cardHead)}>
        <Text className={cx(styles.cardTitle)}>{title}</Text>
        <Tag tone={TONES[status]}>{words.state[status]}</Tag>
      </View>
      <Text className={cx(styles.soft)}>{`${words.wallets[difference.wallet]} · ${difference.day}`}</Text>
      {status === 'open' && <Text className={cx(styles.soft)}>{hint}</Text>}
      <View className={cx(styles.sides)}>
        <Side label={words.here} amount={difference.here} />
        <Side label={words.there} amount={difference.there} />
      </View>
      <Tappable
        className={styles.number}
        label={words.copyNumber(number)}
        onTap={() => void copyText(number)}
      >
        <Text className={cx(styles.numberText)}>{`${words.number} ${number}`}</Text>
        <Icon name="copy" size="s" tone="soft" />
      </Tappable>
      {repair !== null && <Text className={cx(styles.soft)}>{words.repairs[repair]}</Text>}
      {note !== '' && <Text className={cx(styles.soft)}>{`${words.said}：${note}`}</Text>}
      <View className={cx(styles.actions)}>
        {orderId !== null && (
          <Button kind="ghost" size="s" label={words.orderLabel(number)} onTap={() => onOrder(orderId)}>
            {words.order}
          </Button>
        )}
        {status === 'open' && (
          <OpenActions difference={difference} merchantId={merchantId} onChanged={onChanged} />
        )}
      </View>
    </View>
  )
}

interface SideProps {
  readonly label: string
  readonly amount: Fen | null
}

function Side({ label, amount }: SideProps) {
  const words = useReconciliationWords()
  return (
    <View className={cx(styles.side)}>
      <Text className={cx(styles.soft)}>{label}</Text>
      <Text className={cx(styles.amount)}>{amount === null ? words.none : priceText(amount)}</Text>
    </View>
  )
}

type OpenActionsProps = Omit<DifferenceCardProps, 'onOrder'>

function OpenActions({ difference, merchantId, onChanged }: OpenActionsProps) {
  const words = useReconciliationWords()
  const { id, number } = difference
  const [isNoting, setNoting] = useState(false)
  const { send, isUnderWay } = useMerchantOnce('payments', 'repair-difference')
  async function repair(): Promise<void> {
    const answer = await send({ merchantId, differenceId: id })
    if (answer === null) return
    if (!answer.ok) {
      const { title, hint } = errorWords(answer.error.code)
      toast(`${title}，${hint}`)
      return
    }
    onChanged(answer.value.difference)
    toast(answer.value.difference.status === 'open' ? words.stillOpen : words.repaired)
  }
  return (
    <>
      <Button kind="ghost" size="s" label={words.noteLabel(number)} onTap={() => setNoting(true)}>
        {words.note}
      </Button>
      <Button size="s" label={words.repairLabel(number)} busy={isUnderWay} onTap={() => void repair()}>
        {words.repair}
      </Button>
      {isNoting && (
        <NoteSheet
          differenceId={id}
          merchantId={merchantId}
          onNoted={(noted) => {
            setNoting(false)
            onChanged(noted)
            toast(words.noted)
          }}
          onClose={() => setNoting(false)}
        />
      )}
    </>
  )
}
