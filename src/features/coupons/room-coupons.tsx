import type { MerchantId } from '@/domain/ids'
import { couponEndsIn, type OffersNow } from '@/domain/offers-now'
import { CouponChip } from './coupon-chip'
import { useClaims } from './use-claims'

export interface RoomCouponsProps {
  readonly merchantId: MerchantId
  readonly at: OffersNow
  /** A browser's guest claims nothing, and is told where to. */
  readonly isGuest: boolean
}

/** What the host hands out, each one tap away from being had; one whose time is up is gone before the server says so. */
export function RoomCoupons({ merchantId, at, isGuest }: RoomCouponsProps) {
  const coupons = at.offers.coupons.filter((coupon) => couponEndsIn(coupon, at) !== 0)
  const ids = coupons.map(({ id }) => id)
  const claims = useClaims(merchantId, ids, isGuest)
  return (
    <>
      {coupons.map((coupon) => (
        <CouponChip
          // another one of the same coupon is another wish: it starts with a fresh key
          key={`${coupon.id} ${claims.of(coupon.id).mine}`}
          coupon={coupon}
          claims={claims.of(coupon.id)}
          isGone={at.left[coupon.id] === 0}
          endsInMs={couponEndsIn(coupon, at)}
          isGuest={isGuest}
          onSettled={claims.lookAgain}
        />
      ))}
    </>
  )
}
