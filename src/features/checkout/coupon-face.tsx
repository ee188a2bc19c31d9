import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Coupon } from '@/contracts/coupons'
import { cx, dateTimeText, priceText } from '@/ui'
import styles from './coupon-face.module.scss'
import { useCheckoutWords } from './words'

interface CouponFaceProps {
  readonly coupon: Coupon
  /** What it does here, or why it does nothing. */
  readonly note: string
  readonly isOff: boolean
  /** What can be done with it, or the mark of the chosen one. */
  readonly end: ReactNode
}

/** A coupon as a person compares them: what it takes off, from how much on, of what, until when. */
export function CouponFace({ coupon, note, isOff, end }: CouponFaceProps) {
  const words = useCheckoutWords()
  const { value, threshold, products, expiresAt } = coupon
  const worth =
    value.kind === 'fixed'
      ? words.couponFixed(priceText(value.off))
      : words.couponPercent(value.percentOff, priceText(value.cap))
  const terms = [
    threshold > 0 ? words.couponFrom(priceText(threshold)) : words.couponAlways,
    products === null ? words.couponAll : words.couponSome,
  ]
  return (
    <View className={cx(styles.coupon, isOff && styles.off)}>
      <View className={cx(styles.about)}>
        <Text className={cx(styles.worth)}>{worth}</Text>
        <Text className={cx(styles.title)}>{coupon.title}</Text>
        <Text className={cx(styles.terms)}>{terms.join(' · ')}</Text>
        <Text className={cx(styles.terms)}>{words.couponUntil(dateTimeText(expiresAt))}</Text>
        {note !== '' && <Text className={cx(styles.note)}>{note}</Text>}
      </View>
      {end}
    </View>
  )
}
