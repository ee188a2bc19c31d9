import type { Fen } from '@/domain/money'
import type { CallError } from '@/services/backend'

/** The part of the sheet that an error is about, where its words are shown. */
export type ProblemPlace = 'product' | 'sku' | 'quantity' | 'address' | 'coupon' | 'price' | 'submit'

/** Why there is no order; `before` is what it would have cost, where that has changed. */
export interface Problem {
  readonly error: CallError
  readonly before: Fen | null
}

const PLACES: Partial<Readonly<Record<CallError['code'], ProblemPlace>>> = {
  'product-off-shelf': 'product',
  'product-not-found': 'product',
  'room-not-found': 'product',
  'room-not-live': 'product',
  'room-ended': 'product',
  'sold-out': 'sku',
  'stock-short': 'quantity',
  'quantity-invalid': 'quantity',
  'flash-limit': 'quantity',
  'address-not-found': 'address',
  'region-not-served': 'address',
  'coupon-not-found': 'coupon',
  'coupon-spent': 'coupon',
  'coupon-expired': 'coupon',
  'coupon-other-products': 'coupon',
  'coupon-below-threshold': 'coupon',
  'price-changed': 'price',
  'price-hidden': 'price',
}

export const placeOfProblem = ({ code }: CallError): ProblemPlace => PLACES[code] ?? 'submit'

/** The chosen coupon cannot be taken: another one, or none, may. */
export const isAboutCoupon = (error: CallError): boolean => placeOfProblem(error) === 'coupon'
