import { useCallback, useRef } from 'react'
import type { Result } from '@/domain/result'
import { backend, type CallError, newIntent } from '../backend'
import type { Answer, Backend, Callable, ContractSet, Sent } from '../backend/create-backend'
import type { ForViewers } from '@/contracts/for-viewers'
import { afterFailure, type Intent, intentFor } from './intent'
import { useOneAtATime } from './use-one-at-a-time'

export interface Once<I, T> {
  readonly isUnderWay: boolean
  /** Resolves to null when the person asks again before the first answer came. */
  readonly send: (input: I) => Promise<Result<T, CallError> | null>
}

/**
 * A call that must happen once per wish: a second tap does nothing, a retry of the same content carries the same
 * key, other content gets a new one.
 */
export const useOnce = <F extends keyof ForViewers, O extends Callable<ForViewers, F>>(
  functionName: F,
  operation: O,
): OnceOf<ForViewers, F, O> => useOnceBy(backend, functionName, operation)

export type OnceOf<C extends ContractSet, F extends keyof C, O extends Callable<C, F>> = Once<
  Sent<C, F, O>,
  Answer<C, F, O>
>

/** The same by a backend of the caller's choice. */
export function useOnceBy<C extends ContractSet, F extends keyof C & string, O extends Callable<C, F>>(
  by: Backend<C>,
  functionName: F,
  operation: O,
): OnceOf<C, F, O> {
  const intent = useRef<Intent | null>(null)
  const { isUnderWay, doAlone } = useOneAtATime()

  const send = useCallback(
    (input: Sent<C, F, O>) =>
      doAlone(async () => {
        const current = intentFor(intent.current, JSON.stringify(input), newIntent)
        const answer = await by.withKey(current.key).call(functionName, operation, input)
        intent.current = answer.ok ? current : afterFailure(current, answer.error)
        return answer
      }),
    [by, doAlone, functionName, operation],
  )
  return { isUnderWay, send }
}
