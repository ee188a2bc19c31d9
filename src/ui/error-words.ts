import type { ErrorCode } from '@/contracts/errors'
import { useErrorTable } from './words/errors'
import type { Words as ErrorTable } from './words/errors/zh-cn'

/** A code from the wire, or why nothing readable came back. */
export type FailureCode = ErrorCode | 'offline' | 'timeout' | 'unreadable'

export interface Words {
  readonly title: string
  /** What the person can do. */
  readonly hint: string
}

// Fails to compile when a code has no words.
const words = (table: ErrorTable): Readonly<Record<FailureCode, Words>> => table

export const useErrorWords = (code: FailureCode): Words => words(useErrorTable())[code]

/** The words for a toast: what happened, and what to do. */
export function errorWords(code: FailureCode): Words {
  return words(useErrorTable.current())[code]
}
