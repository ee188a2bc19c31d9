import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ShopCoupon } from '@/contracts/merchant/coupons'
import { useMerchantOnce } from '@/services/once'
import { asList } from '@/services/server-truth'
import { Button, ConfirmSheet, cx, errorWords, ListFace, toast } from '@/ui'
import { CouponCard } from './coupon-card'
import { CouponForm } from './coupon-form'
import { listSkeleton } from './list-skeleton'
import styles from './offers.module.scss'
import type { PartProps } from './part-props'
import { useCoupons } from './use-coupons'
import { useOfferWords } from './words'

/** The shop's coupons, what became of them, and a new one. */
export function CouponList({ merchantId }: PartProps) {
  const words = useOfferWords().coupons
  const coupons = useCoupons(merchantId)
  const [isCreating, setCreating] = useState(false)
  const [ending, setEnding] = useState<ShopCoupon | null>(null)
  const create = <Button onTap={() => setCreating(true)}>{words.create}</Button>
  return (
    <View className={cx(styles.part)}>
      <ListFace
        state={asList(coupons.truth, ({ coupons: all }) => all.length === 0)}
        skeleton={listSkeleton}
        empty={{ icon: 'receipt', title: words.emptyTitle, hint: words.emptyHint, action: create }}
        onRetry={() => void coupons.refresh()}
      >
        {({ coupons: all, serverTime }) => (
          <>
            <View className={cx(styles.tools)}>{create}</View>
            <View className={cx(styles.grid)}>
              {all.map((shown) => (
                <CouponCard
                  key={shown.coupon.id}
                  shown={shown}
                  serverTime={serverTime}
                  onEnd={() => setEnding(shown)}
                />
              ))}
            </View>
          </>
        )}
      </ListFace>
      {isCreating && (
        <CouponForm
          merchantId={merchantId}
          onClose={() => setCreating(false)}
          onCreated={(created) => {
            setCreating(false)
            coupons.put(created)
            void coupons.refresh()
            toast(words.created)
          }}
        />
      )}
      {ending !== null && (
        <EndCoupon
          ending={ending}
          onEnded={(ended) => {
            coupons.put(ended)
            toast(words.endDone)
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </View>
  )
}

interface EndCouponProps {
  readonly ending: ShopCoupon
  readonly onEnded: (coupon: ShopCoupon) => void
  readonly onClose: () => void
}

function EndCoupon({ ending, onEnded, onClose }: EndCouponProps) {
  const words = useOfferWords()
  const { send, isUnderWay } = useMerchantOnce('coupons', 'end')
  async function end(): Promise<void> {
    const answer = await send({ couponId: ending.coupon.id })
    if (answer === null) return
    onClose()
    if (answer.ok) onEnded(answer.value.coupon)
    else toast(errorWords(answer.error.code).title)
  }
  return (
    <ConfirmSheet
      open
      isDangerous
      title={words.coupons.endTitle}
      hint={words.coupons.endHint}
      yes={words.coupons.endYes}
      no={words.keep}
      busy={isUnderWay}
      onYes={() => void end()}
      onNo={onClose}
    />
  )
}
