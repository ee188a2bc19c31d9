import { type Fen, parseYuan, toFen } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'

export type MoneyProblem = 'wrong' | 'too-low' | 'too-high'
export interface Bounds {
  readonly min: number
  readonly max: number
}

/** Yuan as typed, within bounds of fen. */
export function readMoney(text: string, { min, max }: Bounds): Result<Fen, MoneyProblem> {
  const read = parseYuan(text)
  if (!read.ok) return err('wrong')
  if (read.value < min) return err('too-low')
  return read.value > max ? err('too-high') : ok(read.value)
}

/** The same where nothing typed means none. */
export const readOptionalMoney = (text: string, bounds: Bounds): Result<Fen | null, MoneyProblem> =>
  text.trim() === '' ? ok(null) : readMoney(text, bounds)

export type CountProblem = 'wrong' | 'range'

export function readCount(text: string, { min, max }: Bounds): Result<number, CountProblem> {
  if (!/^\d{1,9}$/.test(text.trim())) return err('wrong')
  const count = Number(text.trim())
  return count < min || count > max ? err('range') : ok(count)
}

/** Most of any price: a million yuan, as the contract has it. */
export const MOST_FEN = toFen(100_000_000)
