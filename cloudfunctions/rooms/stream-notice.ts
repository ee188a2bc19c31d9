import { isId, merchantOf, type RoomId } from '@/domain/ids'
import { withPart } from '@/domain/recording'
import type { Picture } from '@/domain/room'
import type { Context } from '../_kernel/operation'
import type { PushCallback, RecordedFile, StreamCallback } from '../_kernel/ports/live-streams'
import { appendRoomEvent } from '../_kernel/room-log'
import type { Route } from '../_kernel/route'
import { inTransaction } from '../_kernel/transaction'
import { lockRoom } from '../_kernel/live/lock-room'
import { pushAfter } from './push-after'

const STATUS = { 'bad-signature': 403, expired: 403, malformed: 400 } as const

/** The live vendor's notices: only they say whether a picture arrives, never a player's guess. */
const streamNotice: Omit<Route, 'method'> = {
  path: '/notify/stream/:token?',
  async handle(context, { headers, query, body }) {
    const callback = context.streams.verifyCallback({ headers, query, body })
    if (!callback.ok) {
      context.log.warn('stream-notice-refused', { code: callback.error.code })
      return answer(STATUS[callback.error.code])
    }
    const { stream } = callback.value
    // The signature does not cover the name of the stream, so the name has to be one of ours.
    if (!isId('room', stream)) return answer(404)
    const isOurs = await inTransaction(context, (inside) => take(inside, stream, callback.value))
    return answer(isOurs ? 200 : 404)
  },
}
/** Tencent posts its notices, Alibaba puts them into an address. */
export const streamNotices: readonly Route[] = [
  { ...streamNotice, method: 'POST' },
  { ...streamNotice, method: 'GET' },
]

const answer = (status: number) => ({
  status,
  type: 'application/json',
  body: JSON.stringify({ code: status === 200 ? 0 : status }),
})

/** False when there is no such room. */
const take = (context: Context, roomId: RoomId, callback: StreamCallback): Promise<boolean> =>
  callback.kind === 'recorded'
    ? keepFile(context, roomId, callback.file)
    : changePicture(context, roomId, callback)

/** Notices repeat: a file that is known replaces itself. */
async function keepFile(context: Context, roomId: RoomId, file: RecordedFile | null): Promise<boolean> {
  const room = await lockRoom(context, roomId)
  if (!room) return false
  if (file === null) return true
  const kept = withPart(room.recording ?? [], { ...file, keptUntil: null })
  await context.db
    .updateTable('rooms')
    .set({ recording: JSON.stringify(kept) })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .execute()
  return true
}

async function changePicture(context: Context, roomId: RoomId, callback: PushCallback): Promise<boolean> {
  const room = await lockRoom(context, roomId)
  if (!room) return false
  const push = pushAfter({ push: room.stream_sequence, picture: room.picture }, callback)
  if (room.status === 'ended' || push === null) return true
  const picture: Picture = callback.kind === 'published' ? 'on' : 'away'
  await context.db
    .updateTable('rooms')
    .set({ picture, stream_sequence: push })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .execute()
  if (picture !== room.picture) await appendRoomEvent(context, roomId, { type: 'picture-changed', picture })
  return true
}
