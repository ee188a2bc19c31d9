import { PERCENT } from './coupon-draft'
import type { CouponPartProps } from './coupon-part'
import { Field } from '@/ui'
import { useMoneyWords } from './use-money-words'
import { useOfferWords } from './words'

/** What the coupon takes off, and from how much on. */
export function CouponWorth({ draft, problems, onChange }: CouponPartProps) {
  const { coupons: words, count } = useOfferWords()
  const moneyWords = useMoneyWords()
  const offWords = { ...moneyWords, 'above-threshold': words.below }
  const percentWords = { wrong: count.wrong, range: count.range(PERCENT.min, PERCENT.max) }
  return (
    <>
      {draft.kind === 'fixed' ? (
        <Field
          type="digit"
          label={words.off}
          value={draft.off}
          placeholder="5"
          error={problems.off === undefined ? undefined : offWords[problems.off]}
          onInput={(off) => onChange({ off })}
        />
      ) : (
        <>
          <Field
            type="number"
            label={words.percent}
            value={draft.percent}
            placeholder={words.percentHint}
            error={problems.percent === undefined ? undefined : percentWords[problems.percent]}
            onInput={(percent) => onChange({ percent })}
          />
          <Field
            type="digit"
            label={words.cap}
            value={draft.cap}
            placeholder="20"
            error={problems.cap === undefined ? undefined : moneyWords[problems.cap]}
            onInput={(cap) => onChange({ cap })}
          />
        </>
      )}
      <Field
        type="digit"
        label={words.threshold}
        value={draft.threshold}
        placeholder={words.thresholdHint}
        error={problems.threshold === undefined ? undefined : moneyWords[problems.threshold]}
        onInput={(threshold) => onChange({ threshold })}
      />
    </>
  )
}
