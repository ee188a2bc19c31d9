import { useCallback, useState } from 'react'
import type { RoomId } from '@/domain/ids'
import { merchantBackend } from '@/services/backend'
import { errorWords, toast } from '@/ui'

export interface Show {
  readonly isChanging: boolean
  readonly start: () => Promise<boolean>
  readonly end: () => Promise<boolean>
}

/** Begins and ends a show. Both may be repeated without harm, so a retry needs no key. */
export function useShow(roomId: RoomId, onDone: () => void): Show {
  const [isChanging, setChanging] = useState(false)
  const change = useCallback(
    async (operation: 'start' | 'end') => {
      setChanging(true)
      const answer = await merchantBackend.call('rooms', operation, { roomId })
      setChanging(false)
      if (answer.ok) onDone()
      else toast(`${errorWords(answer.error.code).title}，${errorWords(answer.error.code).hint}`)
      return answer.ok
    },
    [roomId, onDone],
  )
  return {
    isChanging,
    start: () => change('start'),
    end: () => change('end'),
  }
}
