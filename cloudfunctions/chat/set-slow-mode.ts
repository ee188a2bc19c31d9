import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { onRoom } from './on-room'
import { setRoom } from './set-room'

export const setSlowMode: Implementation<typeof contracts.chat>['set-slow-mode'] = (
  context,
  { roomId, seconds },
) =>
  onRoom(context, roomId, async (inside) => {
    await setRoom(inside, roomId, {
      row: { slow_mode_seconds: seconds },
      event: { type: 'slow-mode-changed', seconds },
    })
    return ok({})
  })
