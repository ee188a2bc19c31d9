import { useCallback, useEffect, useRef, useState } from 'react'
import { err, ok, type Result } from '@/domain/result'
import { network } from '@/platform'
import { backend, type CallError } from '@/services/backend'
import { readServerClock } from '@/services/server-clock'
import { isOnlyCount, type QuoteInput, type Quoted, type QuoteState } from './quote-state'

/** A finger on the stepper counts several times a second: the price is asked for when it rests. */
const REST_MS = 250

interface Asked {
  /** The question, or null before the first one. */
  readonly key: string | null
  /** Null while nobody has answered it. */
  readonly answer: Result<Quoted, CallError> | null
  readonly last: Quoted | null
}

function stateOf({ key, answer, last }: Asked, wanted: string | null): QuoteState {
  if (wanted === null) return { kind: 'none' }
  // between a change and its question the old price is on the screen, and must not be taken for the new one
  if (key !== wanted || answer === null) return { kind: 'asking', last }
  return answer.ok ? { kind: 'ready', now: answer.value } : { kind: 'failed', error: answer.error, last }
}

async function ask(input: QuoteInput): Promise<Result<Quoted, CallError>> {
  const answer = await backend.call('orders', 'quote', input)
  if (!answer.ok) return err(answer.error)
  const { serverTime, ...quoted } = answer.value
  return ok({ ...quoted, serverAheadMs: readServerClock(serverTime) })
}

export interface QuoteOfChoice {
  readonly quote: QuoteState
  /** Asks once more for the same choice. */
  readonly refreshQuote: () => void
}

/**
 * What the choice costs, asked again with every change, of its price as well (`mark`); an answer that was overtaken by
 * a newer question is dropped.
 */
export function useQuote(input: QuoteInput | null, mark = ''): QuoteOfChoice {
  const [asked, setAsked] = useState<Asked>({ key: null, answer: null, last: null })
  const [turn, setTurn] = useState(0)
  const key = input === null ? null : JSON.stringify(input) + mark
  const latest = useRef(input)
  latest.current = input
  const previous = useRef<QuoteInput | null>(null)

  useEffect(() => {
    const wanted = latest.current
    if (wanted === null) return undefined
    const isCounting = previous.current !== null && isOnlyCount(previous.current, wanted)
    previous.current = wanted
    let isWanted = true
    setAsked((known) => ({ ...known, key, answer: null }))
    const askNow = async (): Promise<void> => {
      const answer = await ask(wanted)
      if (isWanted) setAsked(({ last }) => ({ key, answer, last: answer.ok ? answer.value : last }))
    }
    const timer = isCounting ? setTimeout(() => void askNow(), REST_MS) : null
    if (!isCounting) void askNow()
    return () => {
      isWanted = false
      if (timer !== null) clearTimeout(timer)
    }
  }, [key, turn])

  const refreshQuote = useCallback(() => {
    // at once, so that a second tap does not order at the price that was just refused
    setAsked((known) => ({ ...known, answer: null }))
    setTurn((count) => count + 1)
  }, [])
  const quote = stateOf(asked, key)
  const isFailed = quote.kind === 'failed'
  useEffect(
    () =>
      network.subscribe((isOnline) => {
        if (isOnline && isFailed) refreshQuote()
      }),
    [isFailed, refreshQuote],
  )
  return { quote, refreshQuote }
}
