import { origin } from './absolute-url'
import type { WireRequest } from './ports/transport'

export const TIMEOUT_MS = 10_000

export const wireUrl = ({ functionName, operation }: WireRequest): string =>
  `${origin}/api/${functionName}/${operation}`

export const wireHeaders = ({ token, idempotencyKey }: WireRequest): Record<string, string> => ({
  'content-type': 'application/json',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
})
