import { useCallback, useEffect, useState } from 'react'
import type { Output } from '@/contracts'
import type { RoomId } from '@/domain/ids'
import { learnEvents, openReplay, type Replay } from '@/domain/replay'
import { backend } from '@/services/backend'
import type { FailureCode } from '@/ui'

export type Show = Output<'rooms', 'replay'>
export type ShowPart = Show['parts'][number]
export type ShownChapter = Show['chapters'][number]

export type ShowState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | { readonly kind: 'ready'; readonly show: Show }

/** A show to watch again; `reload` has its addresses signed anew. */
export function useShow(roomId: RoomId): { readonly state: ShowState; readonly reload: () => Promise<void> } {
  const [state, setState] = useState<ShowState>({ kind: 'loading' })
  const reload = useCallback(async () => {
    const answer = await backend.call('rooms', 'replay', { roomId })
    setState((known) => {
      if (answer.ok) return { kind: 'ready', show: answer.value }
      // what plays goes on with what it has
      return known.kind === 'ready' ? known : { kind: 'failed', code: answer.error.code }
    })
  }, [roomId])
  useEffect(() => {
    void reload()
  }, [reload])
  return { state, reload }
}

/**
 * The log of a show, page after page while it already plays: what is needed first comes first. A page that does not
 * come leaves the cards behind it out; chapters and shelf are there all the same.
 */
export function useLog(start: Show['start']): Replay {
  const [replay, setReplay] = useState(() => openReplay(start))
  useEffect(() => {
    let isGone = false
    async function read(since: number): Promise<void> {
      const answer = await backend.call('rooms', 'events', { roomId: start.room.id, since })
      if (isGone || !answer.ok) return
      const { events, newest } = answer.value
      const last = events[events.length - 1]?.seq ?? newest
      setReplay((known) => learnEvents(known, events))
      if (last < newest) await read(last)
    }
    setReplay(openReplay(start))
    void read(start.seq)
    return () => {
      isGone = true
    }
  }, [start])
  return replay
}
