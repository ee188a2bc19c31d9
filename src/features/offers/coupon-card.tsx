import { Text, View } from '@tarojs/components'
import type { ShopCoupon } from '@/contracts/merchant/coupons'
import type { EpochMs } from '@/domain/time'
import { Button, cx, priceText, Tag, useWhenText } from '@/ui'
import { couponStatus, STATUS_TONES } from './offer-status'
import styles from './offers.module.scss'
import { useOfferWords } from './words'

export interface CouponCardProps {
  readonly shown: ShopCoupon
  readonly serverTime: EpochMs
  readonly onEnd: () => void
}

export function CouponCard({ shown, serverTime, onEnd }: CouponCardProps) {
  const words = useOfferWords().coupons
  const when = useWhenText()
  const { coupon, claimed, spent } = shown
  const status = couponStatus(shown, serverTime)
  const isEndable = status === 'open' || status === 'planned'
  const threshold =
    coupon.threshold === 0 ? words.noThreshold : words.thresholdIs(priceText(coupon.threshold))
  const scope = coupon.products === null ? words.scopeAll : words.scopeSome(coupon.products.length)
  const window = words.window(when(coupon.claimFrom, serverTime), when(coupon.claimUntil, serverTime))
  return (
    <View className={cx(styles.card)}>
      <View className={cx(styles.cardHead)}>
        <Text className={cx(styles.cardTitle)}>{coupon.title}</Text>
        <Tag tone={STATUS_TONES[status]}>{words.status[status]}</Tag>
      </View>
      <Text className={cx(styles.worth)}>{useWorth(shown)}</Text>
      <Text className={cx(styles.soft)}>{[threshold, scope].join(' · ')}</Text>
      <Text className={cx(styles.soft)}>{window}</Text>
      <Text className={cx(styles.soft)}>
        {[words.expiresIs(when(coupon.expiresAt, serverTime)), words.perPersonIs(coupon.perPerson)].join(
          ' · ',
        )}
      </Text>
      <View className={cx(styles.cardFoot)}>
        <Figure label={words.claimed} value={`${claimed} / ${coupon.total}`} />
        <Figure label={words.spent} value={String(spent)} />
        {isEndable && (
          <View className={cx(styles.cardAction)}>
            <Button kind="ghost" size="s" label={words.endLabel(coupon.title)} onTap={onEnd}>
              {words.end}
            </Button>
          </View>
        )}
      </View>
    </View>
  )
}

function useWorth({ coupon: { value } }: ShopCoupon): string {
  const words = useOfferWords().coupons
  return value.kind === 'fixed'
    ? words.value.fixed(priceText(value.off))
    : words.value.percent(value.percentOff, priceText(value.cap))
}

const Figure = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <View className={cx(styles.figure)}>
    <Text className={cx(styles.figureValue)}>{value}</Text>
    <Text className={cx(styles.soft)}>{label}</Text>
  </View>
)
