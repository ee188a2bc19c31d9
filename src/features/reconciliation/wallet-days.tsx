import { Text, View } from '@tarojs/components'
import type { Wallet } from '@/contracts/schemas'
import { cx, priceText, Tag } from '@/ui'
import { type BookDay, type Books, daysOf } from './books'
import styles from './reconciliation.module.scss'
import { useReconciliationWords } from './words'

const TONES = { agrees: 'good', differs: 'brand', waiting: 'muted' } as const

export interface WalletDaysProps {
  readonly wallet: Wallet
  readonly books: Books
}

export function WalletDays({ wallet, books }: WalletDaysProps) {
  const words = useReconciliationWords()
  const days = daysOf(books, wallet)
  if (days.length === 0) return null
  return (
    <View className={cx(styles.card)}>
      <Text className={cx(styles.cardTitle)}>{words.wallets[wallet]}</Text>
      {days.map((day) => (
        <Day key={day.day} day={day} />
      ))}
    </View>
  )
}

function Day({ day }: { readonly day: BookDay }) {
  const words = useReconciliationWords()
  const isWaiting = day.status === 'waiting'
  return (
    <View className={cx(styles.day)}>
      <Text className={cx(styles.date)}>{day.day}</Text>
      <Text className={cx(styles.sums)}>
        {isWaiting ? '' : words.daySums(priceText(day.payments), priceText(day.refunds))}
      </Text>
      <Tag tone={TONES[day.status]}>{words.status[day.status]}</Tag>
    </View>
  )
}
