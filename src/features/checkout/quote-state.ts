import type { SentInput } from '@/contracts'
import type { CouponChoice, Quote } from '@/contracts/orders'
import type { ClaimId, RoomId } from '@/domain/ids'
import { addFen, type Fen, timesFen, toFen } from '@/domain/money'
import type { Product } from '@/domain/product'
import type { CallError } from '@/services/backend'
import { type Choice, chosenSku } from './choice'

export type QuoteInput = SentInput<'orders', 'quote'>

/** What the order would cost, as the server has answered. */
export interface Quoted {
  readonly quote: Quote
  /** The coupon that is taken off; null when none is. */
  readonly claimId: ClaimId | null
  readonly coupons: readonly CouponChoice[]
  readonly serverAheadMs: number
}

/** `last` is the price from before, to be shown as old until there is another one. */
export type QuoteState =
  /** Nothing is chosen that could be priced. */
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly last: Quoted | null }
  | { readonly kind: 'ready'; readonly now: Quoted }
  | { readonly kind: 'failed'; readonly error: CallError; readonly last: Quoted | null }

/** The newest price there is, current or not. */
export function shownQuote(state: QuoteState): Quoted | null {
  if (state.kind === 'none') return null
  return state.kind === 'ready' ? state.now : state.last
}

/** Null where nothing can be had: what is sold out has no price to ask for. */
export function quoteInputOf(product: Product, choice: Choice, roomId: RoomId): QuoteInput | null {
  const sku = chosenSku(product, choice)
  if (sku === null || sku.available === 0) return null
  return {
    roomId,
    items: [{ skuId: sku.id, quantity: choice.quantity }],
    ...(choice.addressId === null ? {} : { addressId: choice.addressId }),
    ...(choice.claimId === 'best' ? {} : { claimId: choice.claimId }),
  }
}

/** Whether a finger is still on the stepper: nothing but numbers changed. */
export function isOnlyCount(before: QuoteInput, now: QuoteInput): boolean {
  const counted = (input: QuoteInput): string =>
    JSON.stringify({ ...input, items: input.items.map(({ skuId }) => skuId) })
  return counted(before) === counted(now) && JSON.stringify(before) !== JSON.stringify(now)
}

/** What the buyer does not pay of the usual price: special prices and the coupon. */
export function savedBy({ lines, discount }: Quote): Fen {
  const usual = lines.reduce((sum, line) => addFen(sum, timesFen(line.regularPrice, line.quantity)), toFen(0))
  const asked = lines.reduce((sum, { subtotal }) => addFen(sum, subtotal), toFen(0))
  return toFen(Math.max(0, usual - asked) + discount)
}
