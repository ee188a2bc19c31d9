import { Text, View } from '@tarojs/components'
import type { CouponChoice } from '@/contracts/orders'
import type { ClaimId, MerchantId } from '@/domain/ids'
import { unreachable } from '@/domain/result'
import { Button, cx, FailedFace, Icon, priceText, Skeleton, Tappable } from '@/ui'
import { CouponFace } from './coupon-face'
import styles from './coupon-panel.module.scss'
import { CouponsToClaim } from './coupons-to-claim'
import { type QuoteState, shownQuote } from './quote-state'
import { useCheckoutWords } from './words'

interface CouponPanelProps {
  readonly merchantId: MerchantId
  readonly quote: QuoteState
  /** Null: none. */
  readonly onPick: (claimId: ClaimId | null) => void
  readonly onRefresh: () => void
}

/** The coupons somebody holds and what each does for this order; then those that can still be had. */
export function CouponPanel({ merchantId, quote, onPick, onRefresh }: CouponPanelProps) {
  const words = useCheckoutWords()
  const quoted = shownQuote(quote)
  const list = { role: 'listbox', 'aria-label': words.coupons }
  return (
    <View className={cx(styles.panel)}>
      {quoted === null && quote.kind === 'failed' && (
        <FailedFace code={quote.error.code} onRetry={onRefresh} />
      )}
      {quoted === null && quote.kind === 'asking' && <Skeleton className={styles.skeleton} />}
      {quoted !== null && (
        <View className={cx(styles.list)} {...list}>
          {quoted.coupons.map((choice) => (
            <HeldCoupon
              key={choice.held.id}
              choice={choice}
              isChosen={choice.held.id === quoted.claimId}
              onPick={() => onPick(choice.held.id)}
            />
          ))}
          {quoted.coupons.length > 0 ? (
            <NoCoupon isChosen={quoted.claimId === null} onPick={() => onPick(null)} />
          ) : (
            <Text className={cx(styles.hint)}>{words.couponsNone}</Text>
          )}
        </View>
      )}
      <CouponsToClaim merchantId={merchantId} onClaimed={onRefresh} />
    </View>
  )
}

const Mark = ({ isChosen }: { readonly isChosen: boolean }) => (
  <View className={cx(styles.mark, isChosen && styles.marked)}>
    {isChosen && <Icon name="check" size="s" />}
  </View>
)

interface HeldCouponProps {
  readonly choice: CouponChoice
  readonly isChosen: boolean
  readonly onPick: () => void
}

function HeldCoupon({ choice, isChosen, onPick }: HeldCouponProps) {
  const words = useCheckoutWords()
  const { held, off, mismatch } = choice
  const why = useMismatchWords(mismatch)
  return (
    <Tappable
      className={styles.option}
      role="option"
      isSelected={isChosen}
      isDisabled={mismatch !== null}
      onTap={onPick}
    >
      <CouponFace
        coupon={held.coupon}
        note={why ?? words.couponTakesOff(priceText(off))}
        isOff={mismatch !== null}
        end={mismatch === null ? <Mark isChosen={isChosen} /> : null}
      />
    </Tappable>
  )
}

/** Why it takes nothing off; null when it does. */
function useMismatchWords(mismatch: CouponChoice['mismatch']): string | null {
  const words = useCheckoutWords()
  if (mismatch === null) return null
  switch (mismatch.code) {
    case 'coupon-below-threshold':
      return words.couponMissing(priceText(mismatch.missing))
    case 'coupon-other-products':
      return words.couponOther
    case 'coupon-expired':
      return words.couponExpired
    case 'coupon-spent':
      return words.couponSpent
    default:
      return unreachable(mismatch.code)
  }
}

function NoCoupon({ isChosen, onPick }: Pick<HeldCouponProps, 'isChosen' | 'onPick'>) {
  const words = useCheckoutWords()
  return (
    <Tappable className={styles.none} role="option" isSelected={isChosen} onTap={onPick}>
      <Text className={cx(styles.noneWords)}>{words.couponUseNone}</Text>
      <Mark isChosen={isChosen} />
    </Tappable>
  )
}

/** Back to the rest of the order. */
export function CouponFoot({ onDone }: { readonly onDone: () => void }) {
  const words = useCheckoutWords()
  return (
    <Button block onTap={onDone}>
      {words.couponsDone}
    </Button>
  )
}
