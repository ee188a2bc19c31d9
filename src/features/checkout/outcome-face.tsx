import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { Fen } from '@/domain/money'
import { cx, Icon, type IconName, Price } from '@/ui'
import styles from './outcome-face.module.scss'

type Look = 'waiting' | 'waiting-person' | 'good' | 'unknown' | 'bad'

const ICONS: Readonly<Record<Exclude<Look, 'waiting'>, IconName>> = {
  'waiting-person': 'wallet',
  good: 'check',
  unknown: 'clock',
  bad: 'alert',
}

interface OutcomeFaceProps {
  readonly look: Look
  readonly title: string
  readonly hint: string
  readonly total: Fen
}

const live = { role: 'status', 'aria-live': 'polite' }

/** One outcome of a payment; the children are what can be done now. */
export function OutcomeFace({ look, title, hint, total, children }: PropsWithChildren<OutcomeFaceProps>) {
  return (
    <View className={cx(styles.face)}>
      <View className={cx(styles.words)} {...live}>
        {look === 'waiting' ? (
          <View className={cx(styles.turning)} />
        ) : (
          <View className={cx(styles.badge, styles[look])}>
            <Icon name={ICONS[look]} size="xl" />
          </View>
        )}
        <Text className={cx(styles.title)}>{title}</Text>
        <Price fen={total} size="l" className={styles.total} />
        <Text className={cx(styles.hint)}>{hint}</Text>
      </View>
      <View className={cx(styles.actions)}>{children}</View>
    </View>
  )
}
