import * as v from 'valibot'
import { shareChannel, type ShareChannel } from '@/contracts/rooms'
import { idOf } from '@/contracts/schemas'
import type { RoomId, UserId } from '@/domain/ids'
import { DAY } from '@/domain/time'
import type { ViewerContext } from '../operation'

const VALID_MS = 30 * DAY
const claims = v.object({ room: idOf('room'), sharer: idOf('user'), channel: shareChannel })

export interface Sharer {
  readonly userId: UserId
  readonly channel: ShareChannel
}

/** Names who shares this room, and from which host, in a way that nobody else can write. */
export function issueSharerToken({ signer, clock, viewer }: ViewerContext, roomId: RoomId): string {
  const named = { room: roomId, sharer: viewer.userId, channel: viewer.host }
  return signer.sign('sharer', named, clock.now() + VALID_MS)
}

/** Who shared the room; null for no token, and for one that is forged, expired, of another room or one's own. */
export function readSharer(
  { signer, viewer }: ViewerContext,
  roomId: RoomId,
  token: string | undefined,
): Sharer | null {
  if (token === undefined) return null
  const verified = signer.verify('sharer', token)
  const named = verified.ok ? v.safeParse(claims, verified.value) : null
  if (!named?.success || named.output.room !== roomId) return null
  const { sharer: userId, channel } = named.output
  return userId === viewer.userId ? null : { userId, channel }
}
