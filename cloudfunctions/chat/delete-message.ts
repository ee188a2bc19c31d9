import type { contracts } from '@/contracts'
import { merchantOf, type RoomId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Context, Implementation } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { findMessage } from './find-message'
import { onRoom } from './on-room'

/** The event takes it from who has it, the vendor from who comes later; the shop's own record keeps it. */
export const deleteMessage: Implementation<typeof contracts.chat>['delete-message'] = (
  context,
  { roomId, messageId },
) =>
  onRoom(context, roomId, async (inside) => {
    const message = await findMessage(inside, roomId, messageId)
    if (!message) return err({ code: 'message-not-found' })
    if (message.isDeleted) return ok({})
    await markDeleted(inside, roomId, messageId)
    await appendRoomEvent(inside, roomId, { type: 'message-deleted', messageId })
    const { vendorSeq } = message
    if (vendorSeq !== null) inside.afterCommit(({ chat }) => chat.recall(roomId, vendorSeq))
    return ok({})
  })

async function markDeleted({ db, clock }: Context, roomId: RoomId, messageId: string): Promise<void> {
  await db
    .updateTable('chat_messages')
    .set({ deleted_at: clock.now() })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('message_id', '=', messageId)
    .execute()
  await db
    .updateTable('rooms')
    .set({ pinned: null })
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where((row) => row.eb(row.ref('pinned', '->>').key('id'), '=', messageId))
    .execute()
}
