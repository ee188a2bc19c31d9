import { isId, merchantOf, type RoomId } from '@/domain/ids'
import type { Picture } from '@/domain/room'
import type { Context } from '../_kernel/operation'
import type { StreamCallback } from '../_kernel/ports/live-streams'
import { appendRoomEvent } from '../_kernel/room-log'
import type { Route } from '../_kernel/route'
import { inTransaction } from '../_kernel/transaction'
import { lockRoom } from '../_kernel/live/lock-room'

const STATUS = { 'bad-signature': 403, expired: 403, malformed: 400 } as const

/** The live vendor's notices: only they say whether a picture arrives, never a player's guess. */
export const streamNotice: Route = {
  method: 'POST',
  path: '/notify/stream/:token?',
  async handle(context, { body }) {
    const callback = context.streams.verifyCallback(parseJson(body))
    if (!callback.ok) {
      context.log.warn('stream-notice-refused', { code: callback.error.code })
      return answer(STATUS[callback.error.code])
    }
    const { stream } = callback.value
    // The signature does not cover the name of the stream, so the name has to be one of ours.
    if (!isId('room', stream)) return answer(404)
    const isOurs = await inTransaction(context, (inside) => changePicture(inside, stream, callback.value))
    return answer(isOurs ? 200 : 404)
  },
}

const answer = (status: number) => ({
  status,
  type: 'application/json',
  body: JSON.stringify({ code: status === 200 ? 0 : status }),
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** False when there is no such room. Notices repeat, and the stop of a push may come after the next one's start. */
async function changePicture(
  context: Context,
  roomId: RoomId,
  { kind, sequence }: StreamCallback,
): Promise<boolean> {
  const room = await lockRoom(context, roomId)
  if (!room) return false
  const isSamePush = room.stream_sequence === sequence
  if (room.status === 'ended' || isSamePush !== (kind === 'stopped')) return true
  const picture: Picture = kind === 'published' ? 'on' : 'away'
  await context.db
    .updateTable('rooms')
    .set({ picture, stream_sequence: sequence })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .execute()
  if (picture !== room.picture) await appendRoomEvent(context, roomId, { type: 'picture-changed', picture })
  return true
}
