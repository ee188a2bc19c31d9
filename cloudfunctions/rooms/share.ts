import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { loadRoom } from '../_kernel/live/load-rooms'
import { issueSharerToken } from '../_kernel/live/sharer-token'
import type { Implementation } from '../_kernel/operation'

export const share: Implementation<typeof contracts.rooms>['share'] = async (context, { roomId }) => {
  const room = await loadRoom(context, roomId)
  if (!room) return err({ code: 'room-not-found' })
  const sharerToken = issueSharerToken(context, roomId)
  return ok({
    sharerToken,
    link: `${context.publicUrl}/r/${roomId}?t=${encodeURIComponent(sharerToken)}`,
    title: room.title,
    // Whoever draws the share card does not know which server its path belongs to.
    pictureUrl: new URL(room.coverUrl, context.publicUrl).href,
  })
}
