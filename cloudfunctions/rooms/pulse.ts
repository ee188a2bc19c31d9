import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { isBanned } from '../_kernel/live/is-banned'
import { markPresent } from '../_kernel/live/presence'
import { loadPulse } from '../_kernel/live/room-pulse'
import type { Implementation } from '../_kernel/operation'
import { loadNewestSeq } from '../_kernel/room-log'

export const pulse: Implementation<typeof contracts.rooms>['pulse'] = async (context, { roomId, likes }) => {
  const newest = await loadNewestSeq(context, roomId)
  if (newest === null) return err({ code: 'room-not-found' })
  if (await isBanned(context, roomId)) return err({ code: 'room-banned' })
  await markPresent(context, roomId, likes)
  return ok({ pulse: await loadPulse(context, roomId), newest, serverTime: context.clock.now() })
}
