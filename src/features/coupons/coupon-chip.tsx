import { Text, View } from '@tarojs/components'
import type { RoomCoupon } from '@/domain/room-offers'
import { useOnce } from '@/services/once'
import { timeLeftText } from '@/services/server-clock'
import { cx, errorWords, priceText, Tappable, toast } from '@/ui'
import styles from './coupon-chip.module.scss'
import { couponState } from './coupon-state'
import type { Claims } from './use-claims'
import { useRoomCouponWords } from './words'

interface CouponChipProps {
  readonly coupon: RoomCoupon
  readonly claims: Claims
  readonly isGone: boolean
  /** Null: until it is taken back. */
  readonly endsInMs: number | null
  readonly isGuest: boolean
  /** The server has answered, whatever it said. */
  readonly onSettled: () => void
}

export function CouponChip({ coupon, claims, isGone, endsInMs, isGuest, onSettled }: CouponChipProps) {
  const words = useRoomCouponWords()
  const { send, isUnderWay } = useOnce('coupons', 'claim')
  const state = couponState(claims, isGone)

  async function claim(): Promise<void> {
    if (isGuest) {
      toast(words.guest)
      return
    }
    const answer = await send({ couponId: coupon.id })
    if (answer === null) return
    const problem = answer.ok ? null : errorWords(answer.error.code)
    toast(problem === null ? words.claimed : `${problem.title}，${problem.hint}`)
    onSettled()
  }
  const label = state === 'claim' ? words.claimLabel(coupon.title) : `${coupon.title} ${words[state]}`
  return (
    <Tappable
      className={cx(styles.chip, state !== 'claim' && styles.off)}
      label={label}
      isDisabled={state !== 'claim' || isUnderWay}
      onTap={() => void claim()}
    >
      <View className={cx(styles.worth)}>
        <Worth coupon={coupon} />
      </View>
      <View className={cx(styles.end)}>
        <Text className={cx(styles.state)}>{words[state]}</Text>
        {endsInMs !== null && (
          <Text className={cx(styles.time)} {...{ role: 'timer' }}>
            {timeLeftText(endsInMs)}
          </Text>
        )}
      </View>
    </Tappable>
  )
}

function Worth({ coupon: { value, threshold } }: Pick<CouponChipProps, 'coupon'>) {
  const words = useRoomCouponWords()
  return (
    <>
      <Text className={cx(styles.less)}>
        {value.kind === 'fixed' ? words.fixed(priceText(value.off)) : words.percent(value.percentOff)}
      </Text>
      <Text className={cx(styles.from)}>
        {threshold === 0 ? words.always : words.from(priceText(threshold))}
      </Text>
    </>
  )
}
