import { err, ok, type Result } from './result'

declare const fen: unique symbol
/** A whole number of fen (1/100 yuan). WeChat Pay takes fen; Alipay takes yuan text. */
export type Fen = number & { readonly [fen]: true }

export function toFen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of fen: ${value}`)
  return value as Fen
}

export const addFen = (a: Fen, b: Fen): Fen => toFen(a + b)
export const timesFen = (price: Fen, quantity: number): Fen => toFen(price * quantity)

/** `123456` becomes `"1234.56"`, the text Alipay's `total_amount` wants. */
export function formatYuan(amount: Fen): string {
  const sign = amount < 0 ? '-' : ''
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const YUAN = /^(?:[¥￥]\s*)?(\d{1,10})(?:\.(\d{1,2}))?$/

/** Reads yuan as a person writes it (`"¥12.5"`, `"12.50"`). Works on digits, so 0.29 is 29 fen and never 28. */
export function parseYuan(text: string): Result<Fen, { readonly code: 'not-an-amount' }> {
  const trimmed = text.trim()
  if (!YUAN.test(trimmed)) return err({ code: 'not-an-amount' })
  const digits = trimmed.replace(
    YUAN,
    (_all, yuan: string, cents?: string) => yuan + (cents ?? '').padEnd(2, '0'),
  )
  return ok(toFen(Number(digits)))
}
