import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { findMessage } from './find-message'
import { onRoom } from './on-room'
import { setRoom } from './set-room'

export const pinMessage: Implementation<typeof contracts.chat>['pin-message'] = (
  context,
  { roomId, messageId },
) =>
  onRoom(context, roomId, async (inside) => {
    if (messageId === null) {
      await setRoom(inside, roomId, {
        row: { pinned: null },
        event: { type: 'message-pinned', message: null },
      })
      return ok({})
    }
    const found = await findMessage(inside, roomId, messageId)
    if (!found || found.isDeleted) return err({ code: 'message-not-found' })
    const { id, userId, name, text } = found
    const message = { id, userId, name, text }
    await setRoom(inside, roomId, {
      row: { pinned: JSON.stringify(message) },
      event: { type: 'message-pinned', message },
    })
    return ok({})
  })
