import * as v from 'valibot'
import { contract, operation } from '../contract'
import { drawId, roomDraw } from '../draws'
import { count, deliverTo, idOf, textUpTo } from '../schemas'

/** A draw as its shop sees it. */
export const shopDraw = v.object({
  draw: roomDraw,
  status: v.picklist(['open', 'drawn', 'cancelled']),
  entrants: count,
  /** Of each winner, and where to, once they have said it. */
  prizes: v.array(v.object({ userId: idOf('user'), name: v.string(), deliverTo: v.nullable(deliverTo) })),
})
export type ShopDraw = v.InferOutput<typeof shopDraw>

const roomId = { roomId: idOf('room') }

export const draws = contract('draws', {
  /** One at a time in a room; when its minutes are over the server draws by itself. */
  open: operation({
    caller: 'merchant',
    effect: 'once',
    input: v.strictObject({
      ...roomId,
      prize: textUpTo(40),
      winners: v.pipe(count, v.minValue(1), v.maxValue(50)),
      minutes: v.pipe(count, v.minValue(1), v.maxValue(30)),
      phrase: v.exactOptional(textUpTo(20)),
    }),
    output: v.object({ draw: roomDraw }),
    errors: ['room-not-found', 'room-not-live', 'draw-open'],
  }),
  /** Before its time is over; whoever has taken part is not drawn. */
  cancel: operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.strictObject(drawId),
    output: v.object({}),
    errors: ['draw-not-found', 'draw-over'],
  }),
  /** The room's draws, the newest first, at most 20. */
  list: operation({
    caller: 'merchant',
    effect: 'read',
    input: v.strictObject(roomId),
    output: v.object({ draws: v.array(shopDraw) }),
    errors: ['room-not-found'],
  }),
})
