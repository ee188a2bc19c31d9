import type { ErrorCode } from '@/contracts/errors'
import type { Copy } from './zh-cn'
import { currentCopy, useCopy } from './use-copy'

/** A code from the wire, or why nothing readable came back. */
export type FailureCode = ErrorCode | 'offline' | 'timeout' | 'unreadable'

export interface Words {
  readonly title: string
  /** What the person can do. */
  readonly hint: string
}

// Fails to compile when a code has no words.
const words = (copy: Copy): Readonly<Record<FailureCode, Words>> => copy.errors

export const useErrorWords = (code: FailureCode): Words => words(useCopy())[code]

/** The words for a toast: what happened, and what to do. */
export function errorWords(code: FailureCode): Words {
  return words(currentCopy())[code]
}
