import type { CouponDraft, CouponProblems } from './coupon-draft'

/** What the parts of the form share. */
export interface CouponPartProps {
  readonly draft: CouponDraft
  readonly problems: CouponProblems
  readonly onChange: (part: Partial<CouponDraft>) => void
}
