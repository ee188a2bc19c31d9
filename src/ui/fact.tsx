import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './fact.module.scss'

interface FactProps {
  readonly label: string
  readonly children: ReactNode
}

/** One line of what is known: what it is at the start, what it says at the end. */
export const Fact = ({ label, children }: FactProps) => (
  <View className={cx(styles.fact)}>
    <Text className={cx(styles.label)}>{label}</Text>
    <View className={cx(styles.value)}>{children}</View>
  </View>
)
