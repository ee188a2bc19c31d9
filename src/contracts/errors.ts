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
  'wallet-unavailable',
  'payment-unknown',
  'import-invalid',
  'picture-invalid',
  'chat-empty',
  'chat-too-long',
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

/** `{ok:false}` carries a code, which input it is about if any, and the id under which the log tells more. */
export interface WireError {
  readonly code: ErrorCode
  readonly field?: string | undefined
  readonly correlationId?: string | undefined
}
export type Reply<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: WireError }
