import type { CallError } from '@/services/backend'

/** The part of the sheet that an error is about, where its words are shown. */
export type ProblemPlace = 'product' | 'sku' | 'quantity' | 'address' | 'submit'

const PLACES: Partial<Readonly<Record<CallError['code'], ProblemPlace>>> = {
  'product-off-shelf': 'product',
  'product-not-found': 'product',
  'room-not-found': 'product',
  'room-not-live': 'product',
  'room-ended': 'product',
  'sold-out': 'sku',
  'stock-short': 'quantity',
  'quantity-invalid': 'quantity',
  'address-not-found': 'address',
}

export const placeOfProblem = (error: CallError): ProblemPlace => PLACES[error.code] ?? 'submit'
