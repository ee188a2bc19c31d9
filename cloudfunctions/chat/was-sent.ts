import { messageIdOf } from '@/domain/chat-message'
import { merchantOf } from '@/domain/ids'
import type { Context } from '../_kernel/operation'
import type { SentChatMessage } from '../_kernel/ports/chat-groups'

/** Keeps the vendor's number of a message, by which it can be taken back; at once, when somebody was faster than it. */
export async function wasSent(context: Context, sent: SentChatMessage): Promise<void> {
  const { roomId, userId, random, seq } = sent
  const message = await context.db
    .updateTable('chat_messages')
    .set({ vendor_seq: seq })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('message_id', '=', messageIdOf(userId, random))
    .returning('deleted_at')
    .executeTakeFirst()
  if (message?.deleted_at != null) context.afterCommit(({ chat }) => chat.recall(roomId, seq))
}
