import type { RoomId } from '@/domain/ids'
import { subscribePrompt } from '@/platform'
import type { PromptOutcome } from '@/platform/ports/subscribe-prompt'
import { backend } from '@/services/backend'
import {
  type Problem,
  learnAll,
  learnStanding,
  learnTemplate,
  oneAtATime,
  useReservations,
} from './reservations'

/** `reserved`, with what the host's window came to; or why it was not. */
export type ReserveOutcome =
  | { readonly kind: 'reserved'; readonly prompt: PromptOutcome }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly code: Problem }

/**
 * One tap: the host asks first, since it asks only within the tap, and the server keeps the reservation whatever the
 * answer was. Null while the same is under way.
 */
export function reserve(roomId: RoomId): Promise<ReserveOutcome | null> {
  const { template } = useReservations.getState()
  return oneAtATime<ReserveOutcome>(roomId, async () => {
    const asked = template === null ? Promise.resolve('unsupported' as const) : subscribePrompt.ask(template)
    const prompt = await asked
    const answer = await backend.call('rooms', 'reserve', { roomId, isGranted: prompt === 'accepted' })
    if (!answer.ok) return { kind: 'failed', code: answer.error.code }
    learnStanding({ roomId, isReserved: true, reserved: answer.value.reserved })
    return { kind: 'reserved', prompt }
  })
}

export function cancelReservation(roomId: RoomId): Promise<ReserveOutcome | null> {
  return oneAtATime<ReserveOutcome>(roomId, async () => {
    const answer = await backend.call('rooms', 'cancel-reservation', { roomId })
    if (!answer.ok) return { kind: 'failed', code: answer.error.code }
    learnStanding({ roomId, isReserved: false, reserved: answer.value.reserved })
    return { kind: 'cancelled' }
  })
}

/** What this person has reserved; a failure leaves what was known, and a tap still works. */
export async function loadReservations(): Promise<void> {
  const answer = await backend.call('rooms', 'list-reservations', {})
  if (answer.ok) learnAll(answer.value.rooms, answer.value.template)
}

/** The standing with one show, and how many wait for it. */
export async function loadStanding(roomId: RoomId): Promise<void> {
  const answer = await backend.call('rooms', 'get-reservation', { roomId })
  if (!answer.ok) return
  learnStanding({ roomId, isReserved: answer.value.isReserved, reserved: answer.value.reserved })
  learnTemplate(answer.value.template)
}
