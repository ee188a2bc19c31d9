import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { onRoom } from './on-room'
import { setRoom } from './set-room'

export const setNotice: Implementation<typeof contracts.chat>['set-notice'] = (context, { roomId, notice }) =>
  onRoom(context, roomId, async (inside) => {
    await setRoom(inside, roomId, { row: { notice }, event: { type: 'notice-changed', notice } })
    return ok({})
  })
