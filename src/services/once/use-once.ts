import { useCallback, useRef, useState } from 'react'
import type { FunctionName, OperationName, Output, SentInput } from '@/contracts'
import type { Result } from '@/domain/result'
import { backend, type CallError, newIntent } from '../backend'
import { afterFailure, type Intent, intentFor } from './intent'

export interface Once<I, T> {
  readonly isUnderWay: boolean
  /** Resolves to null when the person asks again before the first answer came. */
  readonly send: (input: I) => Promise<Result<T, CallError> | null>
}

/**
 * A call that must happen once per wish: a second tap does nothing, a retry of the same content carries the same
 * key, other content gets a new one.
 */
export function useOnce<F extends FunctionName, O extends OperationName<F>>(
  functionName: F,
  operation: O,
): Once<SentInput<F, O>, Output<F, O>> {
  const intent = useRef<Intent | null>(null)
  const lock = useRef(false)
  const [isUnderWay, setUnderWay] = useState(false)

  const send = useCallback(
    async (input: SentInput<F, O>) => {
      if (lock.current) return null
      lock.current = true
      setUnderWay(true)
      const current = intentFor(intent.current, JSON.stringify(input), newIntent)
      const answer = await backend.withKey(current.key).call(functionName, operation, input)
      intent.current = answer.ok ? current : afterFailure(current, answer.error)
      lock.current = false
      setUnderWay(false)
      return answer
    },
    [functionName, operation],
  )
  return { isUnderWay, send }
}
