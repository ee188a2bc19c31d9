import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'
import { selectDraw } from './find-draw'

/** Nobody knows who would win: the secret is never told, so cancelling chooses nobody. */
export const cancel: Implementation<typeof contracts.draws>['cancel'] = (context, { drawId }) =>
  inTransaction(context, async (inside) => {
    const draw = await selectDraw(inside.db, drawId).forUpdate().executeTakeFirst()
    if (!draw) return err({ code: 'draw-not-found' })
    if (draw.status === 'cancelled') return ok({})
    // From its last moment on the winners are certain, though the server may draw them a little later.
    if (draw.status === 'drawn' || inside.clock.now() >= draw.closes_at) return err({ code: 'draw-over' })
    await inside.db
      .updateTable('draws')
      .set({ status: 'cancelled' })
      .where('merchant_id', '=', merchantOf(drawId))
      .where('draw_id', '=', drawId)
      .execute()
    await appendRoomEvent(inside, draw.room_id, { type: 'draw-cancelled', drawId })
    return ok({})
  })
