import { useEffect, useState } from 'react'
import type { Output } from '@/contracts'
import type { RoomDraw } from '@/domain/room-offers'
import { backend, type CallError } from '@/services/backend'
import { useOnce, useOneAtATime } from '@/services/once'

export type Standing = Output<'draws', 'standing'>

/** Says something in the room; answers with what hinders, in words, or null when it was said. */
export type Say = (text: string) => Promise<string | null>

export interface Entering {
  /** Null until the server has answered. */
  readonly standing: Standing | null
  readonly isUnderWay: boolean
  /** Why the last tap did not count. */
  readonly problem: CallError | null
  /** Why the phrase was not said, in words. */
  readonly unsaid: string | null
  readonly enter: () => Promise<void>
  /** The server has said something newer. */
  readonly know: (part: Partial<Standing>) => void
}

/**
 * Whether this person takes part, and taking part: once, however often it is tapped. Where a phrase has to be said and
 * was not yet, it is said on the way.
 */
export function useStanding({ id: drawId, phrase }: RoomDraw, say: Say): Entering {
  const [standing, setStanding] = useState<Standing | null>(null)
  const [problem, setProblem] = useState<CallError | null>(null)
  const [unsaid, setUnsaid] = useState<string | null>(null)
  const { send } = useOnce('draws', 'enter')
  const { isUnderWay, doAlone } = useOneAtATime()
  useEffect(() => {
    let isWanted = true
    setStanding(null)
    const ask = async (): Promise<void> => {
      const answer = await backend.call('draws', 'standing', { drawId })
      if (isWanted && answer.ok) setStanding(answer.value)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [drawId])

  const sayPhrase = async (): Promise<boolean> => {
    if (phrase === null) return true
    // they may have said it by themselves since
    const answer = await backend.call('draws', 'standing', { drawId })
    if (!answer.ok) setProblem(answer.error)
    if (!answer.ok || answer.value.hasSaidPhrase) return answer.ok
    const hindrance = await say(phrase)
    setUnsaid(hindrance)
    return hindrance === null
  }
  const enter = async (): Promise<void> => {
    await doAlone(async () => {
      setProblem(null)
      setUnsaid(null)
      if (!(await sayPhrase())) return
      const answer = await send({ drawId })
      if (answer === null) return
      if (answer.ok) setStanding(answer.value)
      else setProblem(answer.error)
    })
  }
  const know = (part: Partial<Standing>): void => {
    setStanding((known) => known && { ...known, ...part })
  }
  return { standing, isUnderWay, problem, unsaid, enter, know }
}
