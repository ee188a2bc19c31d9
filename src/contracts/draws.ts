import * as v from 'valibot'
import { contract, operation } from './contract'
import { count, deliverTo, epochMs, idOf } from './schemas'

export const drawResult = v.object({
  secret: v.string(),
  entrants: count,
  entrantsHash: v.string(),
  winners: v.array(v.object({ userId: idOf('user'), name: v.string() })),
})
/** A draw as everybody in the room sees it. */
export const roomDraw = v.object({
  id: idOf('draw'),
  prize: v.string(),
  winners: count,
  /** Events from before there were phrases have none. */
  phrase: v.optional(v.nullable(v.string()), null),
  commitment: v.string(),
  closesAt: epochMs,
  result: v.nullable(drawResult),
})
export const drawId = { drawId: idOf('draw') }
const standing = v.object({
  hasEntered: v.boolean(),
  entrants: count,
  /** Where none is asked for, too. */
  hasSaidPhrase: v.boolean(),
  /** In whichever app the person took part. */
  hasWon: v.boolean(),
  /** Where the caller wants the prize; null when they have not said it. */
  deliverTo: v.nullable(deliverTo),
})

/** Lucky draws, by commitment and revelation (`domain/draw.ts`). */
export const draws = contract('draws', {
  /** Once for each person, however often and in whichever app they tap; who has to say a phrase says it before. */
  enter: operation({
    caller: 'viewer',
    effect: 'safe',
    input: v.strictObject(drawId),
    output: standing,
    errors: ['draw-not-found', 'draw-over', 'draw-phrase-unsaid'],
  }),
  /** Whether the caller takes part, and how many do. */
  standing: operation({
    caller: 'viewer',
    effect: 'read',
    input: v.strictObject(drawId),
    output: standing,
    errors: ['draw-not-found'],
  }),
  /** A winner says where the prize goes to; the shop alone is told. */
  'claim-prize': operation({
    caller: 'viewer',
    effect: 'safe',
    input: v.strictObject({ ...drawId, addressId: idOf('address') }),
    output: v.object({ deliverTo }),
    errors: ['draw-not-found', 'draw-open', 'address-not-found'],
  }),
  /** Everybody who took part, in the order of their ids, once it is drawn: who wants to can draw again. */
  entrants: operation({
    caller: 'viewer',
    effect: 'read',
    input: v.strictObject({ ...drawId, after: v.optional(idOf('user')) }),
    output: v.object({ entrants: v.array(idOf('user')), next: v.nullable(idOf('user')) }),
    errors: ['draw-not-found', 'draw-open'],
  }),
})
