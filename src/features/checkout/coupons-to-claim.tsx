import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ClaimableCoupon } from '@/contracts/coupons'
import type { MerchantId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { CallError } from '@/services/backend'
import { useOnce } from '@/services/once'
import { knownValue } from '@/services/server-truth'
import { Button, cx, Icon, Skeleton, Tappable, toast, useErrorWords, useWhenText } from '@/ui'
import { CouponFace } from './coupon-face'
import styles from './coupon-panel.module.scss'
import { PhoneRow } from './phone-row'
import { useClaimable } from './use-claimable'
import { useCheckoutWords } from './words'

interface CouponsToClaimProps {
  readonly merchantId: MerchantId
  readonly onClaimed: () => void
}

/** What the shop hands out; nothing is shown of a shop that hands out none. */
export function CouponsToClaim({ merchantId, onClaimed }: CouponsToClaimProps) {
  const words = useCheckoutWords()
  const { truth, refresh } = useClaimable(merchantId)
  const known = knownValue(truth)
  if (truth.kind === 'loading') return <Skeleton className={styles.skeleton} />
  if (known === null)
    return (
      <Tappable className={styles.retry} onTap={() => void refresh()}>
        <Icon name="refresh" size="s" />
        <Text>{words.claimableFailed}</Text>
      </Tappable>
    )
  if (known.coupons.length === 0) return null
  return (
    <View>
      <Text className={cx(styles.title)}>{words.couponsToClaim}</Text>
      <PhoneRow onVerified={() => void refresh()} />
      <View className={cx(styles.claims)}>
        {known.coupons.map((claimable) => (
          <CouponToClaim
            // another one of the same coupon is another wish: it starts with a fresh key
            key={`${claimable.coupon.id} ${claimable.mine}`}
            claimable={claimable}
            serverTime={known.serverTime}
            onClaimed={() => {
              void refresh()
              onClaimed()
            }}
            onRefused={() => void refresh()}
          />
        ))}
      </View>
    </View>
  )
}

interface CouponToClaimProps {
  readonly claimable: ClaimableCoupon
  readonly serverTime: EpochMs
  readonly onClaimed: () => void
  readonly onRefused: () => void
}

function CouponToClaim({ claimable, serverTime, onClaimed, onRefused }: CouponToClaimProps) {
  const words = useCheckoutWords()
  const { coupon, mine } = claimable
  const { send, isUnderWay } = useOnce('coupons', 'claim')
  const [failure, setFailure] = useState<CallError | null>(null)

  async function claim(): Promise<void> {
    setFailure(null)
    const answer = await send({ couponId: coupon.id })
    if (answer === null) return
    if (!answer.ok) {
      setFailure(answer.error)
      onRefused()
      return
    }
    toast(words.claimed)
    onClaimed()
  }
  const refusal = useRefusalWords(claimable, serverTime)
  const end =
    refusal === null ? (
      <Button size="s" busy={isUnderWay} label={`${words.claim} ${coupon.title}`} onTap={() => void claim()}>
        {words.claim}
      </Button>
    ) : (
      <Text className={cx(styles.state)}>{refusal}</Text>
    )
  return (
    <View>
      <CouponFace
        coupon={coupon}
        note={mine > 0 ? words.couponMine(mine) : ''}
        isOff={refusal !== null}
        end={end}
      />
      <ClaimProblem failure={failure} />
    </View>
  )
}

const alert = { role: 'alert' }

function ClaimProblem({ failure }: { readonly failure: CallError | null }) {
  const words = useErrorWords(failure?.code ?? 'internal')
  if (failure === null) return null
  return (
    <Text className={cx(styles.problem)} {...alert}>
      {`${words.title}，${words.hint}`}
    </Text>
  )
}

/** Why it cannot be claimed now; null when it can. */
function useRefusalWords({ refusal, coupon }: ClaimableCoupon, serverTime: EpochMs): string | null {
  const words = useCheckoutWords()
  const when = useWhenText()
  if (refusal === null) return null
  return refusal === 'coupon-not-open'
    ? words.claimFrom(when(coupon.claimFrom, serverTime))
    : words.claimRefusals[refusal]
}
