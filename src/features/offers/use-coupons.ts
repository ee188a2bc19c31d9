import { useCallback, useRef } from 'react'
import type { Output } from '@/contracts'
import type { ShopCoupon } from '@/contracts/merchant/coupons'
import type { MerchantId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { merchantBackend } from '@/services/backend'
import { knownValue, type ServerTruth, useServerTruth } from '@/services/server-truth'

export type ShopCoupons = Output<'coupons', 'list-shop'>

export interface CouponShelf extends Omit<ServerTruth<ShopCoupons>, 'replace'> {
  /** One coupon as another call has just answered it: new ones stand first. */
  readonly put: (coupon: ShopCoupon) => void
}

/** Coupons are claimed while one looks at them. */
const REFRESH_MS = 15 * SECOND
const every = (): number => REFRESH_MS

export function useCoupons(merchantId: MerchantId): CouponShelf {
  const load = useCallback(() => merchantBackend.call('coupons', 'list-shop', { merchantId }), [merchantId])
  const { truth, refresh, replace } = useServerTruth(load, every)
  const known = useRef<ShopCoupons | null>(null)
  known.current = knownValue(truth)
  const put = useCallback(
    (coupon: ShopCoupon) => {
      const { current } = known
      if (current === null) return
      const isKnown = current.coupons.some((other) => other.coupon.id === coupon.coupon.id)
      const coupons = isKnown
        ? current.coupons.map((other) => (other.coupon.id === coupon.coupon.id ? coupon : other))
        : [coupon, ...current.coupons]
      replace({ ...current, coupons })
    },
    [replace],
  )
  return { truth, refresh, put }
}
