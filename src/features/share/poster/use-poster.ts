import { useEffect, useRef, useState } from 'react'
import type { RoomId } from '@/domain/ids'
import type { KeepFailure, PosterSurface } from '@/platform/ports/poster-canvas'
import { backend } from '@/services/backend'
import { drawPoster, type PosterContent } from './draw-poster'

/** `none`: this host, or this link, comes to no poster. */
export type PosterState = 'drawing' | 'ready' | 'none'
export type KeepState = 'idle' | 'under-way' | 'kept' | KeepFailure

export interface Poster {
  readonly state: PosterState
  readonly kept: KeepState
  readonly onReady: (surface: PosterSurface | null) => void
  /** Once for two taps. */
  readonly keep: () => void
  readonly forgetFailure: () => void
}

/** The host's own code, if it draws one: its camera then opens the mini-program itself. */
async function loadCode(roomId: RoomId): Promise<string | null> {
  const answer = await backend.call('rooms', 'share-code', { roomId })
  return answer.ok ? answer.value.pictureUrl : null
}

export type PosterInput = Omit<PosterContent, 'codeUrl'> & { readonly roomId: RoomId }

/** Draws one poster of what is true when it is opened: a picture that people keep does not change under their eyes. */
export function usePoster({ roomId, ...content }: PosterInput): Poster {
  const [state, setState] = useState<PosterState>('drawing')
  const [kept, setKept] = useState<KeepState>('idle')
  const surface = useRef<PosterSurface | null>(null)
  const isMounted = useRef(true)
  const isKeeping = useRef(false)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  async function draw(on: PosterSurface): Promise<void> {
    const codeUrl = await loadCode(roomId)
    const isReadable = await drawPoster(on, { ...content, codeUrl })
    if (isMounted.current) setState(isReadable ? 'ready' : 'none')
  }
  return {
    state,
    kept,
    onReady(on) {
      surface.current = on
      if (on === null) setState('none')
      else void draw(on)
    },
    keep() {
      if (surface.current === null || state !== 'ready' || isKeeping.current) return
      isKeeping.current = true
      setKept('under-way')
      void surface.current.keep(`livestall-${roomId}.png`).then((outcome) => {
        isKeeping.current = false
        if (isMounted.current) setKept(outcome.ok ? 'kept' : outcome.error)
      })
    },
    forgetFailure: () => setKept('idle'),
  }
}
