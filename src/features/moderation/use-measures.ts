import { useRef, useState } from 'react'
import type { SentInput } from '@/contracts'
import { merchantBackend } from '@/services/backend'
import { errorWords, toast } from '@/ui'

/** What a host does about people and messages. Each may be repeated without harm. */
export type Measure =
  | 'mute'
  | 'unmute'
  | 'ban'
  | 'unban'
  | 'delete-message'
  | 'pin-message'
  | 'set-notice'
  | 'set-slow-mode'
  | 'set-words'
  | 'settle-report'

export interface Measures {
  /** What is under way; a second tap meanwhile does nothing. */
  readonly busyWith: Measure | null
  /** Whether it was done; why not is told. */
  readonly take: <M extends Measure>(
    measure: M,
    input: SentInput<'chat', M>,
    done: string,
  ) => Promise<boolean>
}

export function useMeasures(onDone: () => void): Measures {
  const [busyWith, setBusy] = useState<Measure | null>(null)
  const lock = useRef(false)
  async function take<M extends Measure>(
    measure: M,
    input: SentInput<'chat', M>,
    done: string,
  ): Promise<boolean> {
    if (lock.current) return false
    lock.current = true
    setBusy(measure)
    const answer = await merchantBackend.call('chat', measure, input)
    lock.current = false
    setBusy(null)
    if (answer.ok) {
      toast(done)
      onDone()
      return true
    }
    const { title, hint } = errorWords(answer.error.code)
    toast(`${title}，${hint}`)
    return false
  }
  return { busyWith, take }
}
