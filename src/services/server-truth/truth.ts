import { type Result, unreachable } from '@/domain/result'
import type { CallError } from '../backend'

/** What a page knows of something that lives on the server. */
export type Truth<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: CallError }
  | { readonly kind: 'ready'; readonly value: T }
  /** The last known value, and why there is no newer one. */
  | { readonly kind: 'stale'; readonly value: T; readonly error: CallError }

export const LOADING = { kind: 'loading' } as const

/** The value to show, or null while there is none. */
export const knownValue = <T>(truth: Truth<T>): T | null =>
  truth.kind === 'ready' || truth.kind === 'stale' ? truth.value : null

/** An answer replaces what was known; a failure keeps it and says that it is old. */
export function learn<T>(truth: Truth<T>, answer: Result<T, CallError>): Truth<T> {
  if (answer.ok) return { kind: 'ready', value: answer.value }
  return truth.kind === 'ready' || truth.kind === 'stale'
    ? { kind: 'stale', value: truth.value, error: answer.error }
    : { kind: 'failed', error: answer.error }
}

/** A new question: a page that shows a failure goes back to loading, one that shows a value keeps it. */
export const asking = <T>(truth: Truth<T>): Truth<T> => (truth.kind === 'failed' ? LOADING : truth)

/** A truth as the face of a list shows it. */
export type ListTruth<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly code: CallError['code'] }
  | { readonly kind: 'stale'; readonly value: T; readonly code: CallError['code'] }
  | { readonly kind: 'ready'; readonly value: T }

export function asList<T>(truth: Truth<T>, isEmpty: (value: T) => boolean): ListTruth<T> {
  switch (truth.kind) {
    case 'loading':
      return truth
    case 'failed':
      return { kind: 'failed', code: truth.error.code }
    case 'stale':
      return { kind: 'stale', value: truth.value, code: truth.error.code }
    case 'ready':
      return isEmpty(truth.value) ? { kind: 'empty' } : truth
    default:
      return unreachable(truth)
  }
}
