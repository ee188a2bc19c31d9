import { merchantOf, type RoomId } from '@/domain/ids'
import type { SaidMessage } from '@/domain/room-talk'
import type { Context } from '../_kernel/operation'

export interface FoundMessage extends SaidMessage {
  readonly vendorSeq: number | null
  readonly isDeleted: boolean
}

/** A message that was said in the room; null for one that was never let through. */
export async function findMessage(
  { db }: Context,
  roomId: RoomId,
  messageId: string,
): Promise<FoundMessage | null> {
  const row = await db
    .selectFrom('chat_messages')
    .select(['message_id', 'user_id', 'name', 'text', 'vendor_seq', 'deleted_at'])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('message_id', '=', messageId)
    .where('refusal', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { message_id: id, user_id: userId, name, text, vendor_seq: vendorSeq, deleted_at: deletedAt } = row
  return { id, userId, name, text, vendorSeq, isDeleted: deletedAt !== null }
}
