import { useCallback, useEffect, useState } from 'react'
import type { ClaimRefusal } from '@/domain/coupon'
import type { CouponId, MerchantId } from '@/domain/ids'
import { backend } from '@/services/backend'

/** What one person has of a coupon, and why they get no more. */
export interface Claims {
  readonly mine: number
  readonly refusal: ClaimRefusal | null
}
const NONE: Claims = { mine: 0, refusal: null }

export interface KnownClaims {
  readonly of: (couponId: CouponId) => Claims
  /** Asks the server again: something was claimed, or refused. */
  readonly lookAgain: () => void
}

/**
 * What the caller has of the coupons in the room. It is asked when another coupon is handed out; while nobody has
 * answered, every coupon looks claimable, and the server decides.
 */
export function useClaims(
  merchantId: MerchantId,
  couponIds: readonly CouponId[],
  isGuest: boolean,
): KnownClaims {
  const [claims, setClaims] = useState<ReadonlyMap<CouponId, Claims>>(new Map())
  const [turn, setTurn] = useState(0)
  const handedOut = couponIds.join()
  useEffect(() => {
    if (isGuest || handedOut === '') return undefined
    let isWanted = true
    const ask = async (): Promise<void> => {
      const answer = await backend.call('coupons', 'list-claimable', { merchantId })
      if (!isWanted || !answer.ok) return
      setClaims(
        new Map(answer.value.coupons.map(({ coupon, mine, refusal }) => [coupon.id, { mine, refusal }])),
      )
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [merchantId, handedOut, isGuest, turn])
  const lookAgain = useCallback(() => setTurn((count) => count + 1), [])
  return { of: (couponId) => claims.get(couponId) ?? NONE, lookAgain }
}
