import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { loadRoom } from '../_kernel/live/load-rooms'
import { markGone } from '../_kernel/live/presence'
import type { Implementation } from '../_kernel/operation'

export const leave: Implementation<typeof contracts.rooms>['leave'] = async (context, { roomId }) => {
  if (!(await loadRoom(context, roomId))) return err({ code: 'room-not-found' })
  await markGone(context, roomId)
  return ok({})
}
