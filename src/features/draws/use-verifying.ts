import { useState } from 'react'
import { checkDraw, type DrawCheck } from '@/domain/draw'
import type { UserId } from '@/domain/ids'
import type { RoomDraw } from '@/domain/room-offers'
import { backend } from '@/services/backend'
import { sha256 } from './sha256'

export type Verifying =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'checked'; readonly check: DrawCheck; readonly isListed: boolean }

async function loadEntrants({ id }: RoomDraw): Promise<readonly UserId[] | null> {
  const entrants: UserId[] = []
  let after: UserId | null = null
  do {
    const page: Awaited<ReturnType<typeof askPage>> = await askPage(id, after)
    if (!page.ok) return null
    entrants.push(...page.value.entrants)
    after = page.value.next
  } while (after !== null)
  return entrants
}
const askPage = (drawId: RoomDraw['id'], after: UserId | null) =>
  backend.call('draws', 'entrants', { drawId, ...(after === null ? {} : { after }) })

/** Draws once more on this phone, from what was published and from the list of entrants. */
export function useVerifying(draw: RoomDraw, userId: UserId | null) {
  const [verifying, setVerifying] = useState<Verifying>({ kind: 'idle' })
  async function verify(): Promise<void> {
    setVerifying({ kind: 'checking' })
    const entrants = await loadEntrants(draw)
    const check = entrants && checkDraw(draw, entrants, sha256)
    setVerifying(
      entrants && check
        ? { kind: 'checked', check, isListed: userId !== null && entrants.includes(userId) }
        : { kind: 'failed' },
    )
  }
  return { verifying, verify }
}
