import type { ChatCredentials } from '@/contracts/rooms'
import type { RoomId } from '@/domain/ids'
import type { ViewerContext } from '../operation'

/**
 * A viewer's credentials for a room's chat. Group and profile are made ready at the vendor on the way; when it does
 * not answer, the viewer gets in all the same, and the client asks again when the chat refuses them.
 */
export async function chatSeat(
  context: ViewerContext,
  room: { readonly id: RoomId; readonly title: string },
): Promise<ChatCredentials> {
  const { chat, log, viewer } = context
  try {
    await Promise.all([chat.ensureGroup(room.id, room.title), introduce(context)])
  } catch (cause) {
    log.warn('chat-seat-unprepared', { roomId: room.id, cause })
  }
  return { userId: viewer.userId, groupId: room.id, ...chat.sign(viewer.userId) }
}

async function introduce({ chat, db, viewer }: ViewerContext): Promise<void> {
  const user = await db
    .selectFrom('users')
    .select(['nickname', 'avatar_url'])
    .where('user_id', '=', viewer.userId)
    .executeTakeFirst()
  if (user) await chat.introduce(viewer.userId, user.nickname, user.avatar_url)
}
