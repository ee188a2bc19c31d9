import { useEffect, useRef } from 'react'
import { showBeside, type Swipe, useLiveWords } from '@/features/live'
import type { RoomId } from '@/domain/ids'
import { backend } from '@/services/backend'
import { errorWords, toast } from '@/ui'
import { goToRoom } from '../ways-out'

interface ClearScreen {
  readonly isOn: boolean
  readonly toggle: () => void
}

/**
 * As viewers know it from other shows: up and down lead to the live shows beside this one in the feed, right wipes away
 * what lies over the picture, left brings it back.
 */
export function useRoomSwipes(roomId: RoomId, clear: ClearScreen): (swipe: Swipe) => void {
  const words = useLiveWords()
  const isAsking = useRef(false)
  const isGone = useRef(false)
  useEffect(
    () => () => {
      isGone.current = true
    },
    [],
  )

  async function goOn(step: 1 | -1): Promise<void> {
    if (isAsking.current) return
    isAsking.current = true
    const answer = await backend.call('rooms', 'list', {})
    isAsking.current = false
    if (isGone.current) return
    if (!answer.ok) {
      toast(errorWords(answer.error.code).title)
      return
    }
    const beside = showBeside(answer.value.rooms, roomId, step)
    if (beside === null) toast(words.noOtherShow)
    else goToRoom(beside)
  }
  return (swipe) => {
    if (swipe === 'up') void goOn(1)
    else if (swipe === 'down') void goOn(-1)
    else if ((swipe === 'right') !== clear.isOn) clear.toggle()
  }
}
