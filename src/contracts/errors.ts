/** Every code that crosses the wire. The client turns codes into words; the wire never carries messages. */
export const ERROR_CODES = [
  'invalid-request',
  'unauthenticated',
  'session-expired',
  'forbidden',
  'not-found',
  'busy',
  'internal',
  'idempotency-key-missing',
  'idempotency-conflict',
  'sign-in-failed',
  'room-not-found',
  'room-ended',
  'room-not-live',
  'room-started',
  'shop-not-found',
  'product-not-found',
  'product-off-shelf',
  'sold-out',
  'stock-short',
  'quantity-invalid',
  'address-not-found',
  'address-limit',
  'order-not-found',
  'order-paid',
  'order-closed',
  'order-unpaid',
  'order-shipped',
  'order-not-shipped',
  'order-done',
  'price-changed',
  'price-invalid',
  'price-hidden',
  'region-not-served',
  'coupon-not-found',
  'coupon-not-open',
  'coupon-over',
  'coupon-gone',
  'coupon-limit',
  'coupon-spent',
  'coupon-expired',
  'coupon-other-products',
  'coupon-below-threshold',
  'coupon-invalid',
  'coupons-too-many',
  'flash-limit',
  'flash-not-found',
  'flash-invalid',
  'flash-overlaps',
  'draw-not-found',
  'draw-open',
  'draw-over',
  'draw-phrase-unsaid',
  'refund-not-found',
  'refund-answered',
  'refund-too-much',
  'refund-empty',
  'refund-note-missing',
  'parcel-not-found',
  'parcel-corrected',
  'ship-too-much',
  'carrier-unknown',
  'difference-not-found',
  'export-too-long',
  'wallet-unavailable',
  'payment-unknown',
  'import-invalid',
  'picture-invalid',
  'chat-empty',
  'chat-too-long',
  'room-banned',
  'chat-refused',
  'chat-muted',
  'chat-banned',
  'message-not-found',
  'staff-protected',
  'question-not-found',
  'question-limit',
  'report-not-found',
  'report-limit',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Codes that any operation may answer. */
export const COMMON_ERRORS = [
  'invalid-request',
  'unauthenticated',
  'session-expired',
  'forbidden',
  'busy',
  'internal',
  'idempotency-key-missing',
  'idempotency-conflict',
] as const satisfies readonly ErrorCode[]

/**
 * `{ok:false}` carries a code, which input it is about if any, how many can still be had where a limit was reached, and
 * the id under which the log tells more.
 */
export interface WireError {
  readonly code: ErrorCode
  readonly field?: string | undefined
  readonly left?: number | undefined
  readonly correlationId?: string | undefined
}
export type Reply<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: WireError }
