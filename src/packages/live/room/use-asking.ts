import { useMemo } from 'react'
import type { ReadyRoom, useRoom } from '@/features/live'
import type { Asking } from '@/features/shelf'
import { useProfile } from '@/services/backend'
import { useShelfWords } from '@/features/shelf'
import { errorWords, type Paint, toast } from '@/ui'

interface AskingInput {
  readonly ready: ReadyRoom | null
  readonly stay: ReturnType<typeof useRoom>['stay']
  readonly paint: Paint
}

/** Asking the host to explain a product, for whoever may; null while no show is on. */
export function useAsking({ ready, stay, paint }: AskingInput): Asking | null {
  const profile = useProfile()
  const guestWords = useShelfWords().askGuest
  const isGuest = profile?.host === 'h5'
  const merchantId = ready?.state.room.merchantId
  const isStaff = profile?.memberOf.some((member) => member.merchantId === merchantId) ?? false
  const onAsk = useMemo<Asking['onAsk']>(() => {
    if (isStaff) return null
    if (isGuest)
      return () => {
        toast(guestWords)
      }
    return ({ id }) => {
      void stay.ask(id).then((problem) => {
        if (problem === null) return
        const { title, hint } = errorWords(problem)
        toast(`${title}，${hint}`)
      })
      // The counts may wait for the next flush; who has tapped sees it now.
      paint.now()
    }
  }, [isStaff, isGuest, guestWords, stay, paint])
  return ready?.state.room.status === 'live' ? { asks: ready.asks, onAsk } : null
}
