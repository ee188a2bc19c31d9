import * as v from 'valibot'
import { err, type Result } from '@/domain/result'
import type { Unknown } from '../../ports/payment-gateway'

const MAX_WORDS = 160

/**
 * The outcome is not known; the cause says why in words alone. A client's error drags the whole request along, the
 * merchant's private key among it, and would carry it into the log.
 */
export const unknownOutcome = (error: unknown): Unknown => ({ code: 'unknown', cause: plainCause(error) })

/** The same for what no error was thrown about. */
export const notKnown = (words: string): Result<never, Unknown> => err(unknownOutcome(new Error(words)))

const word = v.fallback(v.string(), '')
const failure = v.fallback(v.object({ code: word, message: word, cause: v.optional(v.unknown()) }), {
  code: '',
  message: '',
})

function plainCause(error: unknown): Error {
  const { code, message, cause } = v.parse(failure, error)
  const words = [code, v.parse(failure, cause).code, message.slice(0, MAX_WORDS)]
  return new Error(words.filter((one) => one !== '').join(' ') || 'Nothing was said')
}
